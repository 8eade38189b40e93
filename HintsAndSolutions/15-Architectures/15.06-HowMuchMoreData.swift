// Nudge: With x = ln n and y = ln error it is a straight line through points. Which slope has the smallest squares?
// Idea: The slope is Σ (x - x̄)(y - ȳ) / Σ (x - x̄)², and the line goes through (x̄, ȳ), the means. Then find the x at
//   which the line is at ln target, and the number whose logarithm that is.
// Almost: x = x̄ + (ln target - ȳ) / slope, and eˣ rounded up. A result like 1600.0000000001 is 1600: take away a
//   billionth of it before rounding.

import Foundation

public func picturesNeeded(_ trainings: [(pictures: Int, error: Double)], target: Double) throws -> Int? {
    guard target > 0, trainings.allSatisfy({ $0.pictures > 0 && $0.error > 0 }) else { return nil }
    guard Set(trainings.map(\.pictures)).count > 1 else { return nil }
    let (x, y) = (trainings.map { log(Double($0.pictures)) }, trainings.map { log($0.error) })
    let count = Double(x.count)
    let (middle, height) = (x.reduce(0, +) / count, y.reduce(0, +) / count)
    let products = zip(x, y).reduce(0) { $0 + ($1.0 - middle) * ($1.1 - height) }
    let slope = products / x.reduce(0) { $0 + ($1 - middle) * ($1 - middle) }
    guard slope < 0 else { return nil }
    let needed = exp(middle + (log(target) - height) / slope) * (1 - 1e-9)
    return needed <= 1e9 ? Int(needed.rounded(.up)) : nil
}
