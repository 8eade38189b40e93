// # The nearest neighbours
//
// The simplest idea of all: a row is like those that are near it, so predict the mean of their targets. Nothing is
// learned, but all rows are kept, and all are looked at for every prediction.
//
// The squared distance of q and x is |q|² + |x|² − 2 q·x, and the products of many rows are one matrix product, which
// is fast. It rounds, though; so it only sorts out what is certainly too far, and the distances of the few others are
// added up exactly.

import Common
import Kernels
import Tensors

/// Predicts the mean of the nearest rows. (scikit-learn's `KNeighborsRegressor`.)
///
/// A distance adds up all columns, so columns in large units count most: normalize them before.
public struct NearestNeighbours: Regressor {
    public let names: [String]
    public let neighbours: Int
    private let columns: [[Float]]
    private let targets: [Double]
    /// [rows, columns], around the mean of every column
    private let rows: Tensor
    /// The squared length of every row.
    private let lengths: [Float]
    private let longest: Float
    private let means: [Float]

    /// - Parameter neighbours: how many are asked (`n_neighbors`).
    /// - Throws: ``FitProblem``, also if there are fewer rows than neighbours.
    public init(
        _ features: Features, _ targets: some Collection<some BinaryFloatingPoint>, neighbours: Int = 5
    ) throws {
        self.targets = doubles(targets)
        try expectLearnable(features, self.targets)
        guard (1...features.count).contains(neighbours) else {
            throw FitProblem(
                "\(neighbours) neighbours of \(counted(features.count, "row"))", try: "1 to \(features.count)")
        }
        (names, columns, self.neighbours) = (features.names, features.columns, neighbours)
        means = columns.map { column in Float(column.reduce(0.0) { $0 + Double($1) } / Double(column.count)) }
        rows = features.matrix(around: means)
        lengths = (rows * rows).sum(axis: 1).scalars
        longest = lengths.max() ?? 0
    }

    public func predict(_ features: Features) throws -> [Double] {
        try nearest(features).map { rows in rows.reduce(0) { $0 + targets[$1] } / Double(neighbours) }
    }

    /// For every row, the rows that are nearest to it, the nearest first; of equally near ones, the earlier.
    /// (`kneighbors`)
    public func nearest(_ features: Features) throws -> [[Int]] {
        try features.expectColumns(names)
        let blockSize = max(1, min(256, 16_000_000 / lengths.count))
        var found: [[Int]] = []
        for start in stride(from: 0, to: features.count, by: blockSize) {
            let block = features.rows(start..<min(start + blockSize, features.count))
            let questions = block.matrix(around: means)
            let products = noGrad { questions.matmul(rows.transposed()) }.scalars
            var some = [[Int]](repeating: [], count: block.count)
            some.withUnsafeMutableBufferPointer { some in
                let some = some.baseAddress!
                parallelFor(block.count, grain: 8) { range in
                    for row in range { some[row] = nearest(to: block.row(row), products, at: row * lengths.count) }
                }
            }
            found += some
        }
        return found
    }

    /// - Parameter start: where the row's products with all rows begin.
    private func nearest(to question: [Float], _ products: [Float], at start: Int) -> [Int] {
        let own = zip(question, means).reduce(Float(0)) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
        // How far the distance by products may be from the right one: some roundings of the largest term.
        let slack = 1e-6 * Float(names.count + 4) * (own + longest)
        var nearest = FewSmallest(neighbours)
        for row in lengths.indices { nearest.add(lengths[row] - 2 * products[start + row], row) }
        let limit = nearest.largest + 2 * slack
        // Squares of very large numbers overflow; then nothing is sorted out.
        let candidates =
            limit.isFinite
            ? lengths.indices.filter { lengths[$0] - 2 * products[start + $0] <= limit } : Array(lengths.indices)
        let exact = candidates.map { row in (squaredDistance(question, row), row) }
        return exact.sorted { $0 < $1 }.prefix(neighbours).map(\.1)
    }

    private func squaredDistance(_ question: [Float], _ row: Int) -> Double {
        zip(question, columns).reduce(0) { sum, pair in
            let difference = Double(pair.0) - Double(pair.1[row])
            return sum + difference * difference
        }
    }
}

/// The few smallest of many numbers.
private struct FewSmallest {
    private var numbers: [Float]
    private let count: Int

    init(_ count: Int) {
        self.count = count
        numbers = []
        numbers.reserveCapacity(count + 1)
    }

    var largest: Float { numbers.last ?? .infinity }

    mutating func add(_ number: Float, _ row: Int) {
        guard numbers.count < count || number < largest else { return }
        let place = numbers.firstIndex { number < $0 } ?? numbers.count
        numbers.insert(number, at: place)
        if numbers.count > count { numbers.removeLast() }
    }
}

extension Features {
    /// [rows, columns]. (The book's `xs.values`.)
    public var tensor: Tensor { matrix(around: Array(repeating: 0, count: columns.count)) }

    /// The same, less a number for each column.
    fileprivate func matrix(around means: [Float]) -> Tensor {
        var numbers = [Float](repeating: 0, count: count * columns.count)
        for (place, column) in columns.enumerated() {
            for row in 0..<count { numbers[row * columns.count + place] = column[row] - means[place] }
        }
        return Tensor(numbers).reshaped(count, columns.count)
    }
}
