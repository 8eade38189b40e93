import Synchronization
import Testing

@testable import Kernels

@Suite struct `A loop over strided memory` {
    @Test func `is one long row where memory is`() {
        let loop = RowLoop(shape: [4, 5, 6]) { [Steps(30, 1, 0, 0), Steps(6, 1, 0, 0), Steps(1, 1, 0, 0)][$0] }
        #expect(loop.rows == 20 && loop.length == 6)
        let dense = RowLoop(shape: [4, 5, 6]) { Steps([30, 6, 1][$0], 0, 0, 0) }
        #expect(dense.rows == 1 && dense.length == 120 && dense.rowSteps == Steps(1, 0, 0, 0))
    }

    @Test func `has a row per item for a broadcast bias`() {
        let loop = RowLoop(shape: [64, 30]) { Steps([30, 1][$0], [0, 1][$0], 0, 0) }
        #expect(loop.rows == 64 && loop.length == 30 && loop.rowSteps == Steps(1, 1, 0, 0))
    }

    @Test func `has one row of one element for a single number`() {
        let loop = RowLoop(shape: [1, 1]) { _ in Steps(repeating: 7) }
        #expect(loop.rows == 1 && loop.length == 1)
    }

    @Test(arguments: [[0], [3, 0], [0, 3]]) func `does nothing for no elements`(_ shape: [Int]) {
        RowLoop(shape: shape) { _ in Steps(5, 3, 0, 0) }.forEachPiece { _, _, _ in
            Issue.record("there is nothing to do")
        }
    }

    @Test func `visits every element once, in its place`() {
        let (shape, strides) = ([300, 7, 41], [1, 300, 2_100])
        let found = Mutex([Int](repeating: -1, count: 300 * 7 * 41))
        let loop = RowLoop(shape: shape) { Steps(strides[$0], 0, 0, 0) }
        loop.forEachPiece { offsets, start, count in
            found.withLock { for i in 0..<count { $0[start + i] = offsets[0] + i * loop.rowSteps[0] } }
        }
        let expected = (0..<300 * 7 * 41).map { $0 / 287 + $0 / 41 % 7 * 300 + $0 % 41 * 2_100 }
        #expect(found.withLock { $0 } == expected)
    }

    @Test func `copies elements of every width`() {
        #expect(threeByTwoTransposed([1, 2, 3, 4, 5, 6] as [UInt8]) == [1, 4, 2, 5, 3, 6])
        #expect(threeByTwoTransposed([1, 2, 3, 4, 5, 6] as [Int16]) == [1, 4, 2, 5, 3, 6])
        #expect(threeByTwoTransposed([1, 2, 3, 4, 5, 6] as [Float]) == [1, 4, 2, 5, 3, 6])
        #expect(threeByTwoTransposed([1, 2, 3, 4, 5, 6] as [Double]) == [1, 4, 2, 5, 3, 6])
    }

    /// Pixels of 1 to 9 channels, from a row of pixels to a column, with gaps on both sides.
    @Test(arguments: 1...9) func `copies rows of few elements`(_ channels: Int) {
        let (height, width, gap) = (301, 203, channels + 2)
        let x = (0..<height * width * channels).map { Float($0) }
        var out = [Float](repeating: -1, count: height * width * gap)
        copy(
            shape: [width, height, channels], out: &out, outStrides: [height * gap, gap, 1], x,
            strides: [channels, width * channels, 1], width: 4)
        let expected = (0..<out.count).map { place in
            let (column, row, channel) = (place / (height * gap), place / gap % height, place % gap)
            return channel < channels ? Float((row * width + column) * channels + channel) : -1
        }
        #expect(out == expected)
    }

    @Test func `gathers rows and adds them back in order`() {
        let x: [Float] = [1, 2, 3, 4, 5, 6]
        var picked = [Float](repeating: 0, count: 6)
        gatherRows(&picked, x, stride: 2, length: 2, rows: [2, 0, 2], count: 3)
        #expect(picked == [5, 6, 1, 2, 5, 6])
        var sums = [Float](repeating: 0, count: 6)
        scatterAddRows(&sums, picked, length: 2, rows: [2, 0, 2], count: 3)
        #expect(sums == [1, 2, 0, 0, 10, 12])
    }
}

private func threeByTwoTransposed<Element: BitwiseCopyable>(_ x: [Element]) -> [Element] {
    [Element](unsafeUninitializedCapacity: 6) { out, count in
        copy(
            shape: [3, 2], out: out.baseAddress!, outStrides: [2, 1], x, strides: [1, 3],
            width: MemoryLayout<Element>.stride)
        count = 6
    }
}
