import Tensors
import Testing

@Suite struct `How two shapes align` {
    @Test(arguments: [
        ([3], [2, 3], [2, 3]), ([2, 1], [3], [2, 3]), ([], [4], [4]), ([5, 1, 2], [4, 1], [5, 4, 2]),
    ])
    func `axes match from the right, or one of them is 1 or missing`(_ a: [Int], _ b: [Int], _ expected: [Int]) {
        #expect(BroadcastAlignment(a, b).shape == expected && BroadcastAlignment(b, a).shape == expected)
    }

    @Test func `the last axis that fails is named from the end`() {
        #expect(BroadcastAlignment([64, 28, 28], [28, 10]).failingAxis == -1)
        #expect(BroadcastAlignment([2, 3], [4, 3]).failingAxis == -2)
        #expect(BroadcastAlignment([2, 3], [3]).failingAxis == nil)
    }

    @Test func `the drawing aligns at the right and marks what fails`() {
        #expect(
            "\(BroadcastAlignment([64, 28, 28], [28, 10]))" == """
                left    64  28  28
                right       28  10
                result  64  28   ✗
                """)
    }

    @Test func `an axis without entries matches only itself or 1`() {
        #expect(BroadcastAlignment([0, 3], [1, 3]).shape == [0, 3])
        #expect(BroadcastAlignment([0, 3], [2, 3]).shape == nil)
    }
}
