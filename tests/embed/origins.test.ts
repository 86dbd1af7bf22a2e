import { describe, expect, it } from 'vitest'
import { embeddingOf, listeners } from '../../src/embed/origins'

describe('the address of a frame', () => {
  it('is one with ?embed, whatever else it says', () => {
    expect(embeddingOf('')).toBeNull()
    expect(embeddingOf('?from=a-friend')).toBeNull()
    expect(embeddingOf('?embed')).toEqual({ origins: [], refused: [] })
    expect(embeddingOf('?from=x&embed=1')).toEqual({ origins: [], refused: [] })
  })

  it('names origins, each once, as browsers write them', () => {
    expect(embeddingOf('?embed&origin=https://A.example:443&origin=http://b.example:8080/&origin=https://a.example')?.origins).toEqual(['https://a.example', 'http://b.example:8080'])
  })

  it.each(['*', 'null', 'a.example', 'https://', 'https://a.example/page', 'https://a.example?x', 'https://me@a.example', 'file:///tmp', 'javascript:alert(1)', 'https://*.example', ''])('does not take %s', (text) => {
    const { origins = [], refused = [] } = embeddingOf(`?embed&origin=${encodeURIComponent(text)}`) ?? {}
    expect([origins, refused]).toEqual([[], [text]])
  })
})

describe('to whom is spoken', () => {
  const embedding = { origins: ['https://a.example', 'https://b.example'], refused: [] }

  it('the page around the frame, where it is named', () => {
    expect(listeners(embedding, 'https://b.example')).toEqual(['https://b.example'])
    expect(listeners(embedding, 'https://c.example')).toEqual([])
  })

  it('all that are named, where the browser does not tell which it is: others do not receive it', () => {
    expect(listeners(embedding, undefined)).toEqual(embedding.origins)
  })
})
