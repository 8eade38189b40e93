import Foundation
import TestSupport
import Testing

@testable import Kernels

/// Sizes of a product [m, k] · [k, n].
struct Sizes: Sendable, CustomTestStringConvertible {
    let m, k, n: Int
    var testDescription: String { "[\(m), \(k)] × [\(k), \(n)]" }

    static let small = [
        (1, 1, 1), (1, 7, 1), (7, 1, 5), (1, 30, 17), (17, 30, 1), (2, 3, 4), (15, 16, 17), (33, 70, 65), (64, 200, 30),
        (1000, 20, 3), (3, 20, 1000),
    ].map { Sizes(m: $0.0, k: $0.1, n: $0.2) }

    /// Every number of rows and of columns that a tile can have, and what is left beside whole vectors.
    static let edges = (1...17).flatMap { m in [1, 3, 4, 5, 8, 9, 16, 17, 31, 33, 47, 50, 63, 64, 65].map { (m, $0) } }
        .map { Sizes(m: $0.0, k: 19, n: $0.1) }

    /// Enough work to be cut into jobs, or panels worth packing, or several runs of steps, or long sums.
    static let large = [
        (129, 257, 131), (1, 2000, 700), (700, 2000, 1), (2049, 64, 10), (40, 2000, 67), (3, 1501, 2), (2, 1501, 3),
        (20, 90_001, 50),
        // Several panels in a job: transposed rows are laid out first.
        (8, 1, 700), (8, 3, 700), (9, 11, 700), (13, 500, 650), (100, 801, 1003),
    ].map { Sizes(m: $0.0, k: $0.1, n: $0.2) }

    /// Few rows times a large transposed matrix: the transposed product is computed and turned.
    static let turned = [
        (5, 64, 300), (16, 100, 170), (33, 333, 101), (70, 900, 257), (129, 130, 300), (256, 65, 256), (8, 3000, 96),
    ].map { Sizes(m: $0.0, k: $0.1, n: $0.2) }

    /// Long sums of which there are few: cut into parts.
    static let deep = [(9, 5000, 11), (70, 9001, 33), (64, 4096, 64), (17, 4097, 300)].map {
        Sizes(m: $0.0, k: $0.1, n: $0.2)
    }

    /// One row or a few times a large matrix that is read row by row.
    static let streamed = [(1, 700, 3000), (2, 65, 1025), (3, 301, 1000), (4, 333, 777)].map {
        Sizes(m: $0.0, k: $0.1, n: $0.2)
    }

    /// So few rows that every job lays out its own panels; and so long columns that not all of them find room.
    static let ownPanels = [(17, 700, 130), (60, 1500, 300), (120, 1027, 200), (121, 1027, 200), (300, 4200, 500)].map {
        Sizes(m: $0.0, k: $0.1, n: $0.2)
    }
}

@Suite struct `A matrix product` {
    // k products of numbers below 1 are added in float: off by less than k · 6e-8.
    @Test(
        arguments: Sizes.small + Sizes.edges + Sizes.large + Sizes.turned + Sizes.deep + Sizes.streamed
            + Sizes.ownPanels)
    func `is the sum over k, either operand transposed or not`(_ sizes: Sizes) {
        let expected = loops(sizes)
        for (a, b) in [(false, false), (false, true), (true, false), (true, true)] {
            let found = product(sizes, a, b).map(Double.init)
            expectClose(found, expected, absolute: 1e-6 + 6e-8 * Double(sizes.k), relative: 1e-6)
        }
    }

    @Test func `needs dense rows or dense columns`() {
        let x = noise(24)
        #expect(MatrixView(x, rows: 3, columns: 4, rowStride: 8, columnStride: 2) == nil)
        #expect(MatrixView(x, rows: 3, columns: 4, rowStride: 0, columnStride: 1) == nil)
        #expect(MatrixView(x, rows: 1, columns: 4, rowStride: 9, columnStride: 2) != nil)
        #expect(MatrixView(x, rows: 4, columns: 1, rowStride: 2, columnStride: 0) != nil)
    }

    @Test(
        arguments: [Sizes(m: 20, k: 5, n: 30)] + Sizes.turned + Sizes.deep + Sizes.streamed + Sizes.ownPanels.prefix(2),
        [false, true])
    func `can be added to what is there`(_ sizes: Sizes, isTransposed: Bool) {
        let start = noise(sizes.m * sizes.n, seed: 9)
        let expected = zip(loops(sizes), start).map { $0 + Double($1) }
        expectClose(
            product(sizes, false, isTransposed, addedTo: start).map(Double.init), expected,
            absolute: 1e-6 + 6e-8 * Double(sizes.k), relative: 1e-6)
    }

    @Test(arguments: [(2, 3, 2), (9, 50, 7), (70, 30, 40), (3, 5, 700), (33, 101, 333)], [false, true])
    func `leaves what is between its rows unchanged, and reads nothing there`(
        _ size: (m: Int, n: Int, k: Int), isTransposed: Bool
    ) {
        let (m, n, k) = size
        let (a, b) = (noise(m * k), noise(k * n, seed: 2))
        // Two numbers between the rows of b, and of c; those of b would spoil every sum.
        let stored = isTransposed ? transposed(b, rows: k, columns: n) : b
        let (rows, columns) = isTransposed ? (n, k) : (k, n)
        var spread = [Float](repeating: .nan, count: rows * (columns + 2) - 2)
        for i in 0..<rows { for j in 0..<columns { spread[i * (columns + 2) + j] = stored[i * columns + j] } }
        let (rowStride, columnStride) = isTransposed ? (1, k + 2) : (n + 2, 1)
        var c = [Float](repeating: 7, count: m * (n + 2))
        multiply(
            m: m, n: n, k: k, MatrixView(a, rows: m, columns: k, rowStride: k, columnStride: 1)!,
            MatrixView(spread, rows: k, columns: n, rowStride: rowStride, columnStride: columnStride)!, into: &c,
            cStride: n + 2)
        let expected = productByLoops(a, b, m: m, k: k, n: n)
        for i in 0..<m {
            expectClose(
                (0..<n).map { Double(c[i * (n + 2) + $0]) }, Array(expected[i * n..<(i + 1) * n]), absolute: 1e-4,
                relative: 1e-5)
            #expect(c[i * (n + 2) + n] == 7 && c[i * (n + 2) + n + 1] == 7)
        }
    }

    @Test(
        arguments: [(1, 20, 30), (40, 20, 30), (9, 300, 3), (5, 0, 7), (3, 2, 1), (2, 900, 40), (33, 333, 101)],
        [false, true])
    func `begins with a bias for every row`(_ size: (m: Int, k: Int, n: Int), isTransposed: Bool) {
        let sizes = Sizes(m: size.m, k: size.k, n: size.n)
        let bias = noise(sizes.n, seed: 5)
        let found = product(sizes, false, isTransposed, bias: bias).map(Double.init)
        let expected = loops(sizes).enumerated().map { $1 + Double(bias[$0 % sizes.n]) }
        expectClose(found, expected, absolute: 1e-5, relative: 1e-6)
    }

    @Test(arguments: Sizes.turned + Sizes.deep + Sizes.streamed + Sizes.ownPanels, [false, true])
    func `begins with a bias for every row, whichever way it takes`(_ sizes: Sizes, isTransposed: Bool) {
        let bias = noise(sizes.n, seed: 5)
        let found = product(sizes, false, isTransposed, bias: bias).map(Double.init)
        let expected = loops(sizes).enumerated().map { $1 + Double(bias[$0 % sizes.n]) }
        expectClose(found, expected, absolute: 1e-6 + 6e-8 * Double(sizes.k), relative: 1e-6)
    }

    @Test func `of no terms is zero`() {
        #expect(product(Sizes(m: 3, k: 0, n: 5), false, false) == [Float](repeating: 0, count: 15))
        let start = noise(15)
        #expect(product(Sizes(m: 3, k: 0, n: 5), false, false, addedTo: start) == start)
    }

    @Test(arguments: [false, true]) func `agrees with OpenBLAS`(isTransposed: Bool) {
        let (m, n, k) = (65, 130, 200)
        let (x, y) = (noise(m * k), noise(k * n, seed: 2))
        let a = MatrixView(x, rows: m, columns: k, rowStride: isTransposed ? 1 : k, columnStride: isTransposed ? m : 1)!
        let b = MatrixView(y, rows: k, columns: n, rowStride: isTransposed ? 1 : n, columnStride: isTransposed ? k : 1)!
        var (ours, theirs) = (noise(m * n, seed: 3), noise(m * n, seed: 3))
        withExtendedLifetime((x, y)) {
            multiply(m: m, n: n, k: k, a, b, into: &ours, cStride: n, accumulate: true)
            multiplyByOpenBLAS(m: m, n: n, k: k, a, b, into: &theirs, cStride: n, accumulate: true)
        }
        expectClose(ours.map(Double.init), theirs.map(Double.init), absolute: 1e-4, relative: 1e-5)
    }

    /// Infinities and NaN stay in their own row and column: what a tile reads beyond the last column is not used.
    @Test(arguments: [false, true]) func `keeps what is not finite in its row and column`(isTransposed: Bool) {
        let (m, n, k) = (10, 21, 37)
        var (x, y) = (noise(m * k), noise(k * n, seed: 2))
        x[3 * k + 5] = .nan
        y[isTransposed ? 20 * k + 36 : 36 * n + 20] = .infinity
        var c = [Float](repeating: 0, count: m * n)
        multiply(
            m: m, n: n, k: k, MatrixView(x, rows: m, columns: k, rowStride: k, columnStride: 1)!,
            MatrixView(y, rows: k, columns: n, rowStride: isTransposed ? 1 : n, columnStride: isTransposed ? k : 1)!,
            into: &c, cStride: n)
        for i in 0..<m { for j in 0..<n { #expect(c[i * n + j].isFinite == (i != 3 && j != 20)) } }
    }
}

/// a · b through the kernel; a and b are the same numbers, however they are stored.
func product(_ s: Sizes, _ aTransposed: Bool, _ bTransposed: Bool, addedTo start: [Float]? = nil, bias: [Float]? = nil)
    -> [Float]
{
    let (a, b) = (
        matrix(s.m, s.k, seed: 1, isTransposed: aTransposed), matrix(s.k, s.n, seed: 2, isTransposed: bTransposed)
    )
    var c = start ?? [Float](repeating: .nan, count: s.m * s.n)
    a.withUnsafeBufferPointer { a in
        b.withUnsafeBufferPointer { b in
            (bias ?? []).withUnsafeBufferPointer { numbers in
                multiply(
                    m: s.m, n: s.n, k: s.k, view(a, s.m, s.k, aTransposed)!, view(b, s.k, s.n, bTransposed)!, into: &c,
                    cStride: s.n, accumulate: start != nil, bias: bias == nil ? nil : numbers.baseAddress)
            }
        }
    }
    return c
}

private func matrix(_ rows: Int, _ columns: Int, seed: UInt32, isTransposed: Bool) -> [Float] {
    let x = noise(rows * columns, seed: seed)
    return isTransposed ? transposed(x, rows: rows, columns: columns) : x
}

private func view(_ x: UnsafeBufferPointer<Float>, _ rows: Int, _ columns: Int, _ transposed: Bool) -> MatrixView? {
    MatrixView(
        x.baseAddress!, rows: rows, columns: columns, rowStride: transposed ? 1 : columns,
        columnStride: transposed ? rows : 1)
}

private func loops(_ s: Sizes) -> [Double] {
    productByLoops(noise(s.m * s.k, seed: 1), noise(s.k * s.n, seed: 2), m: s.m, k: s.k, n: s.n)
}

#if os(Linux)
    @Suite struct `A matrix product without room` {
        @Test func `ends with a message`() async {
            let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                let pages = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).prefix { $0 != " " }
                var limit = rlimit(rlim_cur: rlim_t(pages)! * 4096 + (100 << 20), rlim_max: .max)
                setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
                requireRoomForBLAS()
            }
            let errors = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
            #expect(errors.contains("OpenBLAS needs 128 MB") && errors.contains("ulimit -v"))
        }
    }
#endif
