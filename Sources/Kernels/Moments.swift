// Mean and variance in one go, without losing digits.
//
// The textbook's shortcut E[x²] - E[x]² subtracts two large numbers that are nearly the same. Here a
// few thousand numbers at a time are gone through twice, while they lie in the first cache: for their
// mean, then for their squared distances from it. Such pieces are put together in double precision,
// by the rule of Chan, Golub and LeVeque.

/// How many numbers there are, their mean, and the sum of their squared distances from it.
struct Moments: BitwiseCopyable {
    var count = 0.0
    var mean = 0.0
    var squares = 0.0

    var variance: Double { squares / count }

    /// Of all numbers of both.
    mutating func add(_ other: Moments) {
        if other.count == 0 { return }
        let both = count + other.count
        let apart = other.mean - mean
        mean += apart * other.count / both
        squares += other.squares + apart * apart * count * other.count / both
        count = both
    }
}

extension Moments {
    /// Of `runs` rows of `length` neighbours, `stride` apart.
    init(_ x: UnsafePointer<Float>, runs: Int, length: Int, stride: Int) {
        self.init()
        forEachPiece(runs: runs, length: length) { runs, part in
            let x = x + runs.lowerBound * stride + part.lowerBound
            add(Moments(piece: x, runs: runs.count, length: part.count, stride: stride))
        }
    }

    private init(piece x: UnsafePointer<Float>, runs: Int, length: Int, stride: Int) {
        var sum = LaneSum()
        for run in 0..<runs {
            let x = x + run * stride
            sum.add(length, { load(x + $0) }, { x[$0] })
        }
        (count, mean) = (Double(runs * length), sum.total / Double(runs * length))
        let near = Float(mean)  // how far it is off is put right at the end
        var squares = LaneSum()
        for run in 0..<runs {
            let x = x + run * stride
            squares.add(length, { square(load(x + $0) - near) }, { square(x[$0] - near) })
        }
        self.squares = squares.total - count * square(mean - Double(near))
    }
}

@inline(__always) private func square(_ x: Vector) -> Vector { x * x }
@inline(__always) private func square(_ x: Float) -> Float { x * x }
@inline(__always) private func square(_ x: Double) -> Double { x * x }
