// Reasons why a machine is slow, from files like those of Linux.

import Foundation
import TestSupport
import Testing

@testable import doctor

@Suite struct `What slows a machine down` {
    /// A machine of two cores with such files.
    private func reasons(
        of files: [String: String], threads: Int = 2, others: Double? = nil, cores: Int = 2
    ) throws -> [String] {
        try withFolder { root in
            for (path, text) in files {
                let file = root.appending(path: path)
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try text.write(to: file, atomically: true, encoding: .utf8)
            }
            var machine = Machine(others: others)
            (machine.threads, machine.cores, machine.root) = (threads, cores, root.path + "/")
            return machine.reasons
        }
    }

    @Test func `is nothing where nothing is known`() throws {
        #expect(try reasons(of: [:]).isEmpty)
        #expect(try reasons(of: ["sys/fs/cgroup/cpu.max": "max 100000\n"], others: 0.2).isEmpty)
    }

    @Test func `is other programs`() throws {
        #expect(try reasons(of: [:], others: 1.26).map { $0.contains("1.3 of 2 processors") } == [true])
    }

    @Test(arguments: [
        ("150000 100000\n", 2, "1.5 processors", true), ("150000 100000\n", 1, "", false), ("0 0", 2, "", false),
    ])
    func `is a quota that is smaller than the threads`(
        _ text: String, _ threads: Int, _ words: String, _ isReason: Bool
    ) throws {
        let found = try reasons(of: ["sys/fs/cgroup/cpu.max": text], threads: threads)
        #expect(found.count == (isReason ? 1 : 0))
        if isReason { #expect(found[0].contains(words) && found[0].contains("GROUNDUP_THREADS=1")) }
    }

    @Test func `is a processor that saves power, except where that word means something else`() throws {
        let folder = "sys/devices/system/cpu/cpu0/cpufreq/"
        let saving = ["\(folder)scaling_governor": "powersave\n", "\(folder)scaling_driver": "acpi-cpufreq\n"]
        #expect(try reasons(of: saving).map { $0.contains("saves power") } == [true])
        #expect(try reasons(of: saving.merging(["\(folder)scaling_driver": "intel_pstate\n"]) { $1 }).isEmpty)
        #expect(try reasons(of: ["\(folder)scaling_governor": "performance\n"]).isEmpty)
    }

    @Test func `is small pages`() throws {
        let file = "sys/kernel/mm/transparent_hugepage/enabled"
        #expect(try reasons(of: [file: "always madvise [never]\n"]).map { $0.contains("small pages") } == [true])
        #expect(try reasons(of: [file: "always [madvise] never\n"]).isEmpty)
    }

    @Test func `is threads that share a core`() throws {
        func files(_ lists: [String]) -> [String: String] {
            Dictionary(
                uniqueKeysWithValues: lists.enumerated().map {
                    ("sys/devices/system/cpu/cpu\($0)/topology/thread_siblings_list", $1 + "\n")
                })
        }
        #expect(try reasons(of: files(["0-1", "0-1"])).map { $0.contains("2 threads share 1 core:") } == [true])
        #expect(try reasons(of: files(["0-1", "0-1"]), threads: 1).isEmpty)
        #expect(try reasons(of: files(["0", "1"])).isEmpty)
    }
}

@Suite struct `A kernel's rate` {
    private let machine = {
        var machine = Machine(others: 1)
        machine.root = "/nowhere/"
        return machine
    }()

    @Test func `is fine near the limit, and slow with reasons far from it`() {
        let near = Speed.Measurement(name: "product", detail: "200 GFLOP/s", share: 0.9).finding(on: machine)
        #expect(near.state == .fine && near.fix == nil && near.detail == "200 GFLOP/s; 90 % of what it can do")
        let far = Speed.Measurement(name: "product", detail: "60 GFLOP/s", share: 0.26).finding(on: machine)
        #expect(far.state == .slow && far.fix?.contains("other programs") == true)
    }

    @Test func `that has no known reason asks for a report`() {
        var quiet = machine
        quiet.others = nil
        let far = Speed.Measurement(name: "product", detail: "", share: 0.26).finding(on: quiet)
        #expect(far.fix?.contains("none of the known reasons") == true)
    }
}

@Suite struct `The doctor's command line` {
    @Test func `has no options but help`() {
        #expect(Doctor.answer(to: []) == nil)
        #expect(Doctor.answer(to: ["--help"])?.isHelp == true)
        let answer = Doctor.answer(to: ["--fast", "--help"])
        #expect(answer?.isHelp == false && answer?.text.hasPrefix("doctor: there is no option --fast\n") == true)
    }
}
