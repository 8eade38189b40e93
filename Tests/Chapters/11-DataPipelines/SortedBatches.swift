// Batches of about one length, where there are hardly any texts.

import Testing

@testable import Chapter11

@Suite struct `11.6 Sorted batches` {
    @Test func `of nothing are none, and of few texts hold all of them`() {
        #expect(sortedByHand([], lengths: [], size: 4, seed: 1).isEmpty)
        #expect(sortedByHand([0], lengths: [7], size: 4, seed: 1) == [[0]])
        #expect(sortedByHand([1, 0, 2], lengths: [3, 9, 5], size: 2, seed: 1) == [[1, 2], [0]])
    }
}
