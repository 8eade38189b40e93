// `make doctor`: is this machine ready, and as fast as it could be? Toolchain and libraries were checked before this
// program could be built (Tools/doctor.sh). Here: the processor's kernels, threads, disk, and data sets.

import Common
import Datasets
import Foundation
import Kernels

@main
struct Doctor {
    static func main() {
        beginProgram()
        if let answer = answer(to: Array(CommandLine.arguments.dropFirst())) {
            if answer.isHelp { say(answer.text) } else { warn(answer.text) }
            exit(answer.isHelp ? EXIT_SUCCESS : 64)
        }
        let findings = Speed.findings() + [threads()] + disks() + dataSets()
        findings.forEach { say($0.text) }
        let broken = findings.filter { $0.state == .broken }.count
        let slow = findings.filter { $0.state == .slow }.count
        say(broken + slow == 0 ? "\nAll is well." : "\n\(broken) broken, \(slow) slow; the fixes are above.")
        exit(broken == 0 ? EXIT_SUCCESS : EXIT_FAILURE)
    }

    /// What to say instead of looking, when there are options: there are none but help. nil without any.
    static func answer(to arguments: [String]) -> (text: String, isHelp: Bool)? {
        guard let first = arguments.first else { return nil }
        let usage = "usage: doctor\n\nSays what is missing or slow on this machine, with the fix for each."
        if arguments == ["--help"] || arguments == ["-h"] { return (usage, true) }
        return ("doctor: there is no option \(first)\n\(usage)", false)
    }

    static func threads() -> Finding {
        let cores = ProcessInfo.processInfo.activeProcessorCount
        if threadCount < cores {
            return Finding(
                state: .slow, name: "threads", detail: "\(threadCount) of \(cores) cores are used",
                fix: "unset GROUNDUP_THREADS")
        }
        if threadCount > cores {
            return Finding(
                state: .slow, name: "threads", detail: "\(threadCount) share \(cores) cores",
                fix: "unset GROUNDUP_THREADS")
        }
        return Finding(state: .fine, name: "threads", detail: "\(threadCount), one per core")
    }

    /// Room for builds here and for data in the cache.
    static func disks() -> [Finding] {
        let here = URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
        return [("disk, this folder", here, 3), ("disk, data cache", DataLocator().cache, 5)].map {
            name, folder, wanted in
            guard let free = freeBytes(folder) else {
                return Finding(state: .note, name: name, detail: "\(folder.path): free space is not known")
            }
            let detail = "\(free >> 30) GB free in \(folder.path)"
            return free >> 30 >= wanted
                ? Finding(state: .fine, name: name, detail: detail)
                : Finding(
                    state: .slow, name: name, detail: detail, fix: "free some space: \(wanted) GB is comfortable")
        }
    }

    /// Free bytes on the disk of a folder, or of the nearest folder above it that exists.
    static func freeBytes(_ folder: URL) -> Int? {
        var folder = folder
        while !FileManager.default.fileExists(atPath: folder.path), folder.path != "/" {
            folder.deleteLastPathComponent()
        }
        let attributes = try? FileManager.default.attributesOfFileSystem(forPath: folder.path)
        return (attributes?[.systemFreeSize] as? NSNumber)?.intValue
    }

    static func dataSets() -> [Finding] {
        Registry.all.map { info in
            guard let found = DataLocator().locate(info.name) else {
                let users =
                    switch info.chapters {
                    case let one where Int(one) != nil: "chapter \(one)"
                    case let several where several.first?.isNumber == true: "chapters \(several)"
                    case let others: others
                    }
                let way = info.byHand == nil ? "make data \(info.name)" : "swift run data get \(info.name) says how"
                return Finding(
                    state: .note, name: info.name,
                    detail: "\(users): a stand-in is used; to get it: \(way)")
            }
            do {
                let remarks = try info.check(found.url)
                let words = ([found.url.path] + remarks).joined(separator: "; ")
                return Finding(state: .fine, name: info.name, detail: words)
            } catch {
                // In the reader's own folder it may be another edition; in the cache it is damaged.
                if found.place != "the cache" {
                    return Finding(state: .note, name: info.name, detail: "not as published: \(error)")
                }
                return Finding(
                    state: .broken, name: info.name, detail: "\(error)",
                    fix: "remove \(found.url.path), then make data \(info.name)")
            }
        }
    }
}
