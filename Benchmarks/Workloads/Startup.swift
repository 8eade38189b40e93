// # Before anything is learned
//
// Seconds and peak memory of a fresh process that does nothing, one that makes a single optimizer step, and one that
// is all of ch04-net.

import Common
import Foundation
import Layers
import Tensors
import Training

func startup(_ bench: Bench) throws {
    try bench.measureProcess("startup/library", ["--inside", "nothing"])
    try bench.measureProcess("startup/first-step", ["--inside", "first-step"])
    let data = bench.dataFolder.map { ["--data", $0] } ?? []
    try bench.measureProcess(
        "startup/ch04-net-whole-process", ["--inside", "ch04-net", "--repeat", "1"] + data, once: true)
}

/// A process of its own, as short as possible. Like every workload it ends with its peak memory.
func nothing(_: Bench) { ResultLine("nothing").print() }

/// The same with one step of learning.
func firstStep(_: Bench) {
    let w = Parameter(Tensor([0]))
    w.value.sum().backward()
    SGD([w], learningRate: 0.1).step()
    ResultLine("first-step").print()
}

extension Bench {
    /// Times this program as a process of its own, after one start that warms the system's file cache.
    fileprivate func measureProcess(_ workload: String, _ arguments: [String], once: Bool = false) throws {
        guard wants(workload) else { return }
        let program = thisProgram(arguments)
        let megabytes = try program.run().peakMegabytes
        var result = ResultLine(workload, metric: "peak RSS of that process, MB")
        for _ in 0..<(once ? 1 : repetitions) { result.add(try program.time(), metric: megabytes) }
        result.print()
    }
}

extension Program {
    /// How long a run takes, from the start to the very end.
    fileprivate func time() throws -> Seconds {
        let start = Moment.now
        let processorTime = try run().processorTime
        return Seconds(wall: Moment.now.since(start).wall, processor: processorTime / .seconds(1))
    }
}

extension Child {
    /// Every workload ends with the peak memory of its process.
    fileprivate var peakMegabytes: Double {
        let row = try? JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any]
        return row?["peak_rss_mb"] as? Double ?? .nan
    }
}
