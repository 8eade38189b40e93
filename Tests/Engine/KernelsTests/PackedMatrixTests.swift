import Kernels
import TestSupport
import Testing

@Suite struct `A packed matrix` {
    private static let sizes = [
        (1, 1, 1), (0, 3, 2), (3, 0, 2), (3, 2, 0), (4, 16, 4), (3, 5, 7), (17, 300, 9), (5, 31, 6), (16, 257, 64), (64, 256, 64), (2, 1600, 33),
        (33, 48, 130),
    ]

    @Test(arguments: sizes, [false, true])
    func `adds the same product as three loops`(_ size: (m: Int, n: Int, k: Int), isTransposed: Bool) {
        let (m, n, k) = size
        let (a, w) = (noise(m * k), noise(k * n, seed: 2))
        let stored = isTransposed ? transposed(w, rows: k, columns: n) : w
        let view = MatrixView(
            stored, rows: k, columns: n, rowStride: isTransposed ? 1 : n, columnStride: isTransposed ? k : 1)!
        let packed = withExtendedLifetime(stored) { PackedMatrix(view, rows: k, columns: n) }
        // One element more per row than there are columns: it must stay as it is.
        var c = [Float](repeating: 1, count: m * (n + 1))
        packed.multiply(rows: m, a, k, into: &c, n + 1, accumulate: true)
        let expected = productByLoops(a, w, m: m, k: k, n: n)
        expectClose(
            (0..<m * (n + 1)).map { Double(c[$0]) },
            (0..<m * (n + 1)).map { $0 % (n + 1) == n ? 1 : 1 + expected[$0 / (n + 1) * n + $0 % (n + 1)] },
            absolute: 2e-5, relative: 1e-5)
    }

    @Test func `gives a row the same bits whatever the other rows are`() {
        let (n, k) = (100, 37)
        let (a, w) = (noise(22 * k), noise(k * n, seed: 2))
        let packed = PackedMatrix(
            MatrixView(w, rows: k, columns: n, rowStride: n, columnStride: 1)!, rows: k, columns: n)
        var (all, one) = ([Float](repeating: 0, count: 22 * n), [Float](repeating: 0, count: n))
        packed.multiply(rows: 22, a, k, into: &all, n, accumulate: true)
        for row in 0..<22 {
            packed.multiply(rows: 1, Array(a[row * k..<(row + 1) * k]), k, into: &one, n, accumulate: false)
            #expect(Array(all[row * n..<(row + 1) * n]) == one)
        }
    }
}
