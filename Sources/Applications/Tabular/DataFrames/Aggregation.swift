// # Many values, one number
//
// What is missing takes no part in any of these, as in pandas.

import Foundation

/// What becomes of the values of a group.
public enum Aggregation: String, Sendable, CaseIterable {
    /// How many are not missing.
    case count
    /// How many different ones there are.
    case uniqueCount
    case sum, mean, median
    /// The standard deviation, divided by n - 1.
    case deviation
    case min, max
    /// The first and the last that are not missing.
    case first, last
}

extension Column {
    /// One value for all of some rows; all rows if none are named.
    /// - Precondition: sum, mean, median and deviation are asked of numbers.
    public func aggregated(_ aggregation: Aggregation, rows: [Int]? = nil) -> Cell {
        let rows = (rows ?? Array(0..<count)).filter { !isMissing($0) }
        switch aggregation {
        case .count: return .int(rows.count)
        case .uniqueCount: return .int(taking(rows).uniqueCount)
        case .first: return rows.first.map(cell) ?? .missing
        case .last: return rows.last.map(cell) ?? .missing
        case .min: return extreme(rows) { $0 < $1 }
        case .max: return extreme(rows) { $0 > $1 }
        case .sum:
            if case .ints(let column) = values {
                let (sum, overflows) = rows.reduce((0, false)) { total, row in
                    let (sum, overflow) = total.0.addingReportingOverflow(column.values[row])
                    return (sum, total.1 || overflow)
                }
                if !overflows { return .int(sum) }
            }
            return .double(taking(rows).numbers.reduce(0, +))
        case .mean, .median, .deviation: return taking(rows).numbers.statistic(aggregation)
        }
    }

    private func extreme(_ rows: [Int], _ isBetter: (Int, Int) -> Bool) -> Cell {
        guard var best = rows.first else { return .missing }
        let ranks = ranks.ranks
        for row in rows where isBetter(ranks[row], ranks[best]) { best = row }
        return cell(best)
    }

    /// The mean of what is not missing; NaN if nothing is there.
    public var mean: Double { aggregated(.mean).number ?? .nan }
    /// The median of what is not missing.
    public var median: Double { aggregated(.median).number ?? .nan }
    /// The standard deviation of what is not missing, divided by n - 1. (pandas' `std`.)
    public var deviation: Double { aggregated(.deviation).number ?? .nan }
    /// The smallest value.
    public var min: Cell { aggregated(.min) }
    /// The largest value.
    public var max: Cell { aggregated(.max) }

    /// The value below which this share of the values lies, in a straight line between the two that are nearest.
    /// - Parameter share: from 0 to 1.
    public func quantile(_ share: Double) -> Double { numbers.filter { !$0.isNaN }.sorted().quantile(share) }
}

extension [Double] {
    fileprivate func statistic(_ aggregation: Aggregation) -> Cell {
        let mean = reduce(0, +) / Double(count)
        switch aggregation {
        case .mean: return isEmpty ? .missing : .double(mean)
        case .median: return isEmpty ? .missing : .double(sorted().quantile(0.5))
        default:
            let squares = reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
            return count < 2 ? .missing : .double((squares / Double(count - 1)).squareRoot())
        }
    }

    /// Of numbers that are sorted.
    func quantile(_ share: Double) -> Double {
        guard !isEmpty else { return .nan }
        let place = share * Double(count - 1)
        let (low, high) = (Int(place.rounded(.down)), Int(place.rounded(.up)))
        return low == high ? self[low] : self[low] + (self[high] - self[low]) * (place - Double(low))
    }
}
