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

    /// Enough work to be cut into tiles.
    static let large = [(129, 257, 131), (1, 2000, 700), (700, 2000, 1), (2049, 64, 10)].map {
        Sizes(m: $0.0, k: $0.1, n: $0.2)
    }
}

@Suite struct `A matrix product` {
    // k products of numbers below 1 are added in float: off by less than k · 6e-8.
    @Test(arguments: Sizes.small + Sizes.large)
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

    @Test func `can be added to what is there`() {
        let sizes = Sizes(m: 20, k: 5, n: 30)
        let start = noise(600, seed: 9)
        let expected = zip(loops(sizes), start).map { $0 + Double($1) }
        expectClose(
            product(sizes, false, false, addedTo: start).map(Double.init), expected, absolute: 1e-6, relative: 1e-6)
    }

    @Test func `leaves what is between its rows unchanged`() {
        let (a, b) = (noise(6), noise(6, seed: 2))
        var c = [Float](repeating: 7, count: 2 * 5)
        multiply(
            m: 2, n: 3, k: 2, MatrixView(a, rows: 2, columns: 2, rowStride: 2, columnStride: 1)!,
            MatrixView(b, rows: 2, columns: 3, rowStride: 3, columnStride: 1)!, into: &c, cStride: 5)
        #expect([3, 4, 8, 9].map { c[$0] } == [7, 7, 7, 7] && c[0] != 7)
    }
}

/// a · b through the kernel; a and b are the same numbers, however they are stored.
func product(_ s: Sizes, _ aTransposed: Bool, _ bTransposed: Bool, addedTo start: [Float]? = nil) -> [Float] {
    let (a, b) = (
        matrix(s.m, s.k, seed: 1, isTransposed: aTransposed), matrix(s.k, s.n, seed: 2, isTransposed: bTransposed)
    )
    var c = start ?? [Float](repeating: .nan, count: s.m * s.n)
    a.withUnsafeBufferPointer { a in
        b.withUnsafeBufferPointer { b in
            multiply(
                m: s.m, n: s.n, k: s.k, view(a, s.m, s.k, aTransposed)!, view(b, s.k, s.n, bTransposed)!,
                into: &c, cStride: s.n, accumulate: start != nil)
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
