/** The worker's side: cuts the district with the first question, then answers each from the same cells. */
import { batchVerdicts, type BatchVerdicts } from '../core/batch-verdicts'
import { cutCells, type OnStep } from '../core/cells'
import type { Shape } from '../core/cells-outlines'
import type { Question, World } from '../core/model'
import { suitabilityIn } from '../core/suitability'
import { betterPlaces } from '../core/suitability-better'
import type { Suitability } from '../core/suitability-types'
import type { FromSuitability, ToSuitability } from './suitability-messages'

/** What is cut: the shapes are those the index of the world was built from. */
export interface Ground {
  world: World
  shapes: readonly Shape[]
}

type Answer = (question: Question) => Suitability

/** The last question with what belongs to it: places are sought for the one that is shown. */
interface Last {
  key: string
  suitability: Suitability
  verdicts: BatchVerdicts
}

export class SuitabilitySession {
  private answer: Answer | undefined
  private last: Last | undefined

  constructor(
    private readonly ground: Promise<Ground>,
    private readonly post: (message: FromSuitability) => void,
  ) {}

  async hear(message: ToSuitability): Promise<void> {
    if (message.do === 'start') return
    const { id, question } = message
    try {
      const { suitability, verdicts } = this.answered(await this.ground, id, question)
      if (message.do === 'ask') this.post({ say: 'suitability', id, value: suitability })
      else this.post({ say: 'better', id, value: betterPlaces(suitability, message.lonLat, verdicts) })
    } catch (error) {
      // What cannot be asked, or a layer that is missing: told on the page.
      this.post({ say: 'refuse', id, why: error instanceof Error ? error.message : String(error) })
    }
  }

  private answered({ world, shapes }: Ground, id: number, question: Question): Last {
    const key = JSON.stringify(question)
    if (this.last?.key === key) return this.last
    const onStep: OnStep = (done, total) => this.post({ say: 'share', id, share: done / total })
    this.answer ??= suitabilityIn(cutCells(world.index, shapes, onStep), world)
    this.last = { key, suitability: this.answer(question), verdicts: batchVerdicts(question, world) }
    return this.last
  }
}
