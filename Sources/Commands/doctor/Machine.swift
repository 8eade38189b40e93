// Why a machine may be slower than it could be. Linux tells in files; elsewhere most reasons stay unknown.

import Foundation
import Kernels

/// What is known about this machine that may slow it down.
struct Machine {
    var threads = threadCount
    var cores = ProcessInfo.processInfo.activeProcessorCount
    /// Processors that other programs kept busy while we measured; nil where that is unknown.
    var others: Double?
    /// The folder in which the system's files are: "/", except in tests.
    var root = "/"

    init(others: Double?) { self.others = others }

    /// Each reason with what helps, the most frequent first.
    var reasons: [String] { [busy, quota, governor, hugePages, shared].compactMap { $0 } }

    private var busy: String? {
        guard let others, others > 0.3 else { return nil }
        return String(
            format: "other programs kept %.1f of %d processors busy meanwhile: end them, and run `make doctor` again",
            others, cores)
    }

    /// A container may be given less time than there are cores: "150000 100000" is one and a half of them.
    private var quota: String? {
        let numbers = text("sys/fs/cgroup/cpu.max")?.split(separator: " ").compactMap { Double($0) } ?? []
        guard numbers.count == 2, numbers[1] > 0, numbers[0] / numbers[1] < Double(threads) - 0.05 else { return nil }
        return String(
            format: "this container may use %.1f processors, and %d threads share them: give it more, or set "
                + "GROUNDUP_THREADS=%d", numbers[0] / numbers[1], threads, max(1, Int(numbers[0] / numbers[1])))
    }

    private var governor: String? {
        guard text("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor") == "powersave",
            text("sys/devices/system/cpu/cpu0/cpufreq/scaling_driver") != "intel_pstate"
        else { return nil }
        return "the processor saves power: sudo cpupower frequency-set --governor performance"
    }

    private var hugePages: String? {
        guard text("sys/kernel/mm/transparent_hugepage/enabled")?.contains("[never]") == true else { return nil }
        return "memory comes in small pages: echo madvise | sudo tee /sys/kernel/mm/transparent_hugepage/enabled"
    }

    /// Two threads on one core share its arithmetic: the limit is that of one.
    private var shared: String? {
        let siblings = (0..<cores).compactMap { text("sys/devices/system/cpu/cpu\($0)/topology/thread_siblings_list") }
        let real = Set(siblings).count
        guard siblings.count == cores, real < threads else { return nil }
        return
            "\(threads) threads share \(real) \(real == 1 ? "core" : "cores"): GROUNDUP_THREADS=\(real) may be faster"
    }

    private func text(_ path: String) -> String? {
        try? String(contentsOfFile: root + path, encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)
    }
}

/// How many processors other programs keep busy, from its creation on (Linux).
struct OtherPrograms {
    private let start = ContinuousClock.now
    private let busyBefore = OtherPrograms.allSeconds
    private let oursBefore = OtherPrograms.ourSeconds

    var busy: Double? {
        guard let before = busyBefore, let now = OtherPrograms.allSeconds else { return nil }
        let elapsed = (ContinuousClock.now - start) / .seconds(1)
        return max(0, (now - before - (OtherPrograms.ourSeconds - oursBefore)) / elapsed)
    }

    /// Processor seconds of all programs since the machine was started, and those that its host took away.
    private static var allSeconds: Double? {
        guard let line = try? String(contentsOfFile: "/proc/stat", encoding: .utf8).prefix(while: { $0 != "\n" }) else {
            return nil
        }
        let ticks = line.split(separator: " ").dropFirst().prefix(8).compactMap { Double($0) }
        guard ticks.count == 8 else { return nil }
        // user, nice, system, idle, waiting for the disk, interrupts, more interrupts, stolen
        return (ticks[0] + ticks[1] + ticks[2] + ticks[5] + ticks[6] + ticks[7]) / Double(sysconf(Int32(_SC_CLK_TCK)))
    }

    private static var ourSeconds: Double { Double(clock()) / Double(CLOCKS_PER_SEC) }
}
