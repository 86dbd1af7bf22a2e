/** Other programs that open what is exported: tests that need one are left out where it is not installed. */
import { execFileSync } from 'node:child_process'

export function has(program: string): boolean {
  try {
    execFileSync('which', [program], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
