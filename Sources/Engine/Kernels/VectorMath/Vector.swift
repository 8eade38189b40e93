// Sixteen floats at a time, for sums: the order of a sum's additions decides its last digits, so
// the compiler may not turn such a loop into vectors on its own.

/// One AVX-512 register, or two AVX2 ones.
typealias Vector = SIMD16<Float>

@inline(__always) func load(_ x: UnsafePointer<Float>) -> Vector {
    UnsafeRawPointer(x).loadUnaligned(as: Vector.self)
}

/// The same for vectors of any width, at any address.
@inline(__always) func load<Vector: SIMD<Float>>(_ address: UnsafePointer<Float>) -> Vector {
    UnsafeRawPointer(address).loadUnaligned(as: Vector.self)
}

@inline(__always) func store<Vector: SIMD<Float>>(_ vector: Vector, to address: UnsafeMutablePointer<Float>) {
    UnsafeMutableRawPointer(address).storeBytes(of: vector, as: Vector.self)
}

extension Vector {
    /// Its last `count` lanes; the others, which were added before, become 0.
    @inline(__always) func last(_ count: Int) -> Vector {
        let number = Vector(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
        return replacing(with: 0, where: number .< Float(16 - count))
    }
}

/// The sum of the sixteen, in pairs.
@inline(__always) func total(_ x: Vector) -> Double {
    let eight = x.lowHalf + x.highHalf
    let four = eight.lowHalf + eight.highHalf
    let two = four.lowHalf + four.highHalf
    return Double(two[0]) + Double(two[1])
}

/// A running sum in four vectors, so that additions need not wait for one another, and a remainder.
struct LaneSum {
    private var lanes = (Vector(), Vector(), Vector(), Vector())
    private var rest: Float = 0

    /// Adds the terms 0 ..< n.
    @inline(__always) mutating func add(_ n: Int, _ vector: (Int) -> Vector, _ scalar: (Int) -> Float) {
        var i = 0
        while i + 64 <= n {
            lanes.0 += vector(i)
            lanes.1 += vector(i + 16)
            lanes.2 += vector(i + 32)
            lanes.3 += vector(i + 48)
            i += 64
        }
        while i + 16 <= n { lanes.0 += vector(i); i += 16 }
        if i > 0 && i < n {
            lanes.1 += vector(n - 16).last(n - i)
        } else {
            while i < n { rest += scalar(i); i += 1 }
        }
    }

    @inline(__always) var total: Double {
        Kernels.total((lanes.0 + lanes.1) + (lanes.2 + lanes.3)) + Double(rest)
    }
}

/// Two sums over the same numbers.
struct PairSum: BitwiseCopyable {
    var first = 0.0
    var second = 0.0

    static func += (a: inout PairSum, b: PairSum) {
        a.first += b.first
        a.second += b.second
    }
}

/// What a pair of sums adds up.
protocol PairTerms {
    /// The terms of sixteen places from the given one on.
    func vector(_ place: Int) -> (Vector, Vector)
    /// The terms of one place.
    func scalar(_ place: Int) -> (Float, Float)
}

/// x - near and (x - near)²
struct Distances: PairTerms {
    let x: UnsafePointer<Float>
    let near: Float

    @inline(__always) func vector(_ place: Int) -> (Vector, Vector) {
        let distance = load(x + place) - near
        return (distance, distance * distance)
    }

    @inline(__always) func scalar(_ place: Int) -> (Float, Float) {
        let distance = x[place] - near
        return (distance, distance * distance)
    }
}

extension PairSum {
    /// The sums over `rows` rows of `length` neighbours, `stride` apart. A few thousand terms are
    /// added in float, the totals in double.
    @inline(__always) init(_ terms: some PairTerms, rows: Int, length: Int, stride: Int) {
        let most = 4_096
        let together = max(1, most / max(length, 1))
        for row in Swift.stride(from: 0, to: rows, by: together) {
            for start in Swift.stride(from: 0, to: length, by: most) {
                var lanes = LaneSums()
                for row in row..<min(row + together, rows) {
                    lanes.add(terms, from: row * stride + start, min(most, length - start))
                }
                self += lanes.total
            }
        }
    }
}

/// Two running sums, each in two vectors, and a remainder.
private struct LaneSums {
    private var first = (Vector(), Vector())
    private var second = (Vector(), Vector())
    private var rest: (Float, Float) = (0, 0)

    @inline(__always) mutating func add(_ terms: some PairTerms, from start: Int, _ n: Int) {
        var i = start
        let end = start + n
        while i + 32 <= end {
            let (a, b) = (terms.vector(i), terms.vector(i + 16))
            first.0 += a.0
            first.1 += b.0
            second.0 += a.1
            second.1 += b.1
            i += 32
        }
        if i + 16 <= end {
            let a = terms.vector(i)
            first.0 += a.0
            second.0 += a.1
            i += 16
        }
        if i > start && i < end {
            let a = terms.vector(end - 16)
            first.1 += a.0.last(end - i)
            second.1 += a.1.last(end - i)
            return
        }
        while i < end {
            let a = terms.scalar(i)
            rest.0 += a.0
            rest.1 += a.1
            i += 1
        }
    }

    @inline(__always) var total: PairSum {
        PairSum(
            first: Kernels.total(first.0 + first.1) + Double(rest.0),
            second: Kernels.total(second.0 + second.1) + Double(rest.1))
    }
}
