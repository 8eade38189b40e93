// The results for people to read:
//
//     workload              time   fastest  rate                   metric            memory
//     ch04-net            410 ms    402 ms  1.21e+06 images/s      0.982 valid accuracy   61 MB

import Common
import Foundation

/// Prints results as the rows of a table, one by one.
struct ResultTable {
    /// The fields of a line of JSON that the table shows.
    fileprivate struct Row: Decodable {
        let workload: String
        let seconds, seconds_min, peak_rss_mb: Double
        let items_per_s, metric: Double?
        let unit, metric_name: String?
    }

    init() {
        print(
            "workload".padded(to: 46), "time".padded(to: 9, .right), "fastest".padded(to: 9, .right),
            "memory".padded(to: 8, .right), "", "rate and metric")
    }

    func add(_ line: String) {
        guard let row = try? JSONDecoder().decode(Row.self, from: Data(line.utf8)) else { return print(line) }
        print(
            row.workload.padded(to: 46), readable(row.seconds).padded(to: 9, .right),
            readable(row.seconds_min).padded(to: 9, .right),
            String(format: "%.0f MB", row.peak_rss_mb).padded(to: 8, .right), "",
            [row.rate, row.judgement].compactMap { $0 }.joined(separator: ", "))
    }
}

extension ResultTable.Row {
    /// `1.21e+06 images/s`
    fileprivate var rate: String? {
        items_per_s.map { String(format: "%.4g", $0) + " \(unit ?? "")/s" }
    }

    /// `0.982 valid accuracy`
    fileprivate var judgement: String? {
        metric.map { String(format: "%.4g", $0) + " " + (rateNames[metric_name ?? ""] ?? metric_name ?? "") }
    }
}

private let rateNames = ["gflop_per_s": "GFLOP/s", "gb_per_s": "GB/s"]

/// `1.3 s`, `12.5 ms`, `480 µs`: three digits and the unit that suits.
private func readable(_ seconds: Double) -> String {
    let (scale, unit) = seconds < 1e-3 ? (1e6, "µs") : seconds < 1 ? (1e3, "ms") : (1, "s")
    return String(format: "%.3g", seconds * scale) + " \(unit)"
}
