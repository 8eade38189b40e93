// What pages of several chapters calculate: a correlation, a line or weights with the smallest squared error, how far a
// counted share can be trusted and what it is compared with, how sure is right, and items that are chosen evenly.

import Common
import Tensors

/// Pearson's correlation of two equally long lists of numbers: 1 or -1 where one is a rising or falling straight line
/// of the other, 0 where they have nothing to do with each other, or where one of them never changes.
public func correlation<Number: BinaryFloatingPoint>(_ a: [Number], _ b: [Number]) -> Number {
    requirePairs("the correlation", a.count, b.count)
    let (x, y) = (distancesFromMean(a), distancesFromMean(b))
    let size = (sumOfProducts(x, x) * sumOfProducts(y, y)).squareRoot()
    return size == 0 ? 0 : Number(sumOfProducts(x, y) / size)
}

/// The line `intercept + slope · x` with the smallest squared errors.
public func fittedLine(_ x: [Double], _ y: [Double]) -> (intercept: Double, slope: Double) {
    requirePairs("a line", x.count, y.count)
    let distances = distancesFromMean(x)
    let slope = sumOfProducts(distances, distancesFromMean(y)) / sumOfProducts(distances, distances)
    return (mean(y) - slope * mean(x), slope)
}

/// The weights w for which Σ (x·w - y)² + ridge · Σ w² is smallest: rows x, and a number y for each. Solves the normal
/// equations by elimination. Without a ridge, columns that say the same give weights that are no numbers.
public func leastSquares(_ x: [[Double]], _ y: [Double], ridge: Double = 0) -> [Double] {
    requirePairs("least squares", x.count, y.count)
    let n = x.first?.count ?? 0
    var a = (0..<n).map { row in (0...n).map { $0 == row ? ridge : 0.0 } }
    for (row, target) in zip(x, y) {
        for i in 0..<n {
            for j in 0..<n { a[i][j] += row[i] * row[j] }
            a[i][n] += row[i] * target
        }
    }
    for i in 0..<n {
        // The largest entry below goes to the diagonal, so that nothing is divided by nearly 0.
        a.swapAt(i, (i..<n).max { abs(a[$0][i]) < abs(a[$1][i]) }!)
        for row in 0..<n where row != i {
            let share = a[row][i] / a[i][i]
            if share != 0 { for column in i...n { a[row][column] -= share * a[i][column] } }
        }
    }
    return (0..<n).map { a[$0][n] / a[$0][$0] }
}

/// The range in which the true share lies in 95 of 100 cases, after `part` of `all` were counted: the interval of
/// E. B. Wilson (1927), which also holds near 0 and 1, and for few. Of nothing, everything is possible.
public func wilsonInterval(_ part: Int, of all: Int) -> ClosedRange<Double> {
    require(0...max(0, all) ~= part, "Wilson's interval of \(part) of \(all)", "a part is not more than all")
    guard all > 0 else { return 0...1 }
    let (n, p, z) = (Double(all), Double(part) / Double(all), 1.959964)
    let middle = (p + z * z / (2 * n)) / (1 + z * z / n)
    let half = z / (1 + z * z / n) * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
    return (part == 0 ? 0 : middle - half)...(part == all ? 1 : middle + half)
}

/// How many of `count` items a printed share stands for, if it was rounded to six decimals, as the book's error rates
/// and accuracies are; nil if no whole number of items gives it.
public func countBehind(rate: Double, of count: Int) -> Int? {
    let part = (rate * Double(count)).rounded()
    return abs(part / Double(count) - rate) <= 0.5000001e-6 ? Int(part) : nil
}

/// The values that occur most often, the most frequent first; among equally frequent ones, smaller ones first.
public func mostFrequent<Value: Hashable & Comparable>(_ values: some Sequence<Value>, _ count: Int) -> [Value] {
    let counts = values.reduce(into: [Value: Int]()) { $0[$1, default: 0] += 1 }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(max(0, count)).map(\.key)
}

/// The share of the most frequent label: the accuracy of a model that always gives this answer, and so the baseline
/// that any classifier has to beat (the majority class). 0 where there are no labels.
public func shareOfMostFrequent<Label: Hashable & Comparable>(_ labels: [Label]) -> Double {
    shareOfMostFrequent(labels, learnedFrom: labels)
}

/// The same for a model that knows only the labels of its training set, and always gives the most frequent of those.
public func shareOfMostFrequent<Label: Hashable & Comparable>(
    _ labels: [Label], learnedFrom training: [Label]
) -> Double {
    let answer = mostFrequent(training, 1).first
    return Double(labels.count { $0 == answer }) / Double(max(1, labels.count))
}

/// The dots of a reliability diagram. Answers are put into `bins` groups of the same width by how sure a net is of
/// them, from 0 to 1. Each group that is not empty has its mean sureness, its share of right answers, and their number.
public func reliability(
    sureness: [Float], isRight: [Bool], bins: Int
) -> [(sureness: Double, right: Double, count: Int)] {
    requirePairs("reliability", sureness.count, isRight.count)
    return (0..<bins).compactMap { bin in
        let places = sureness.indices.filter { min(bins - 1, Int(sureness[$0] * Float(bins))) == bin }
        if places.isEmpty { return nil }
        let (sum, right) = (places.reduce(0) { $0 + Double(sureness[$1]) }, places.count { isRight[$0] })
        return (sum / Double(places.count), Double(right) / Double(places.count), places.count)
    }
}

/// So many places out of `total`, evenly spread, the first one first; all of them if there are no more.
public func evenly(_ count: Int, of total: Int) -> [Int] {
    let count = max(0, min(count, total))
    return (0..<count).map { $0 * total / count }
}

private func mean(_ numbers: [Double]) -> Double { numbers.reduce(0, +) / Double(numbers.count) }

private func distancesFromMean(_ numbers: [some BinaryFloatingPoint]) -> [Double] {
    let numbers = numbers.map { Double($0) }
    // (Where all are the same, rounding must not make a difference.)
    if numbers.allSatisfy({ $0 == numbers[0] }) { return numbers.map { _ in 0 } }
    let mean = mean(numbers)
    return numbers.map { $0 - mean }
}

private func sumOfProducts(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }

private func requirePairs(_ what: String, _ one: Int, _ other: Int) {
    require(one == other, "\(what) of \(one) and \(counted(other, "number"))", "each number needs its partner")
}
