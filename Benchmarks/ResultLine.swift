// The results of a workload: one line of JSON, the fields of interest first.

import Foundation
import Kernels

/// The measurements of one workload.
struct ResultLine {
    let workload: String
    let items: Int?
    let unit: String?
    let metricName: String?
    let parameters: Int?
    /// Calls per repetition, if it is a short one.
    var loops: Int?
    private var seconds: [Double] = []
    private var processorSeconds: [Double] = []
    private var metrics: [Double] = []

    init(
        _ workload: String, items: Int? = nil, _ unit: String? = nil, metric: String? = nil, parameters: Int? = nil
    ) {
        (self.workload, self.items, self.unit) = (workload, items, unit)
        (metricName, self.parameters) = (metric, parameters)
    }

    mutating func add(_ time: Seconds, metric: Double?) {
        seconds.append(time.wall)
        processorSeconds.append(time.processor)
        if let metric { metrics.append(metric) }
    }

    /// Prints the line at once: a reader need not wait for the others.
    func print() {
        Swift.print("{" + fields.map { "\"\($0)\": \(json($1))" }.joined(separator: ", ") + "}")
        fflush(nil)
    }

    private var fields: [(String, Any?)] {
        let typical = median(seconds)
        return [
            ("workload", workload), ("seconds", typical), ("seconds_min", seconds.min()),
            ("items_per_s", typical.flatMap { seconds in items.map { Double($0) / seconds } }), ("unit", unit),
            ("metric", median(metrics)), ("metric_name", metricName), ("cpu_seconds", median(processorSeconds)),
            ("items", items), ("seconds_all", seconds), ("metric_all", metrics.isEmpty ? nil : metrics),
            ("cpu_seconds_all", processorSeconds), ("loops", loops), ("parameters", parameters),
            ("peak_rss_mb", Double(Memory.peak) / 1_048_576), ("setup", "groundup"), ("threads", threadCount),
            ("load_before", loadAtStart),
        ]
    }
}

/// The middle one in order of size, or the mean of the middle two.
func median(_ numbers: [Double]) -> Double? {
    let sorted = numbers.sorted()
    return sorted.isEmpty ? nil : (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
}

/// How busy the machine was when this process began: the number of programs that wanted to run, over the last minute.
private let loadAtStart: Double = {
    var load = 0.0
    return getloadavg(&load, 1) == 1 ? load : .nan
}()

/// Text, whole numbers, and numbers of six digits; anything missing or not finite is null.
private func json(_ value: Any?) -> String {
    switch value {
    case let text as String: "\"\(text)\""
    case let number as Int: "\(number)"
    case let number as Double where number.isFinite: String(format: "%.6g", number)
    case let list as [Double]: "[" + list.map(json).joined(separator: ", ") + "]"
    default: "null"
    }
}
