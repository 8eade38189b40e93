// Files that are damaged at random, but by a seed: each reader reads them or says what is wrong with them. It never
// crashes, hangs, takes memory for what a header claims, or leaves something behind.
//
// `swift test` runs a few hundred cases of each. `make fuzz` runs 10,000 and gives every reader a process of its own,
// with a watch; it keeps the input that ended it. What ever failed is in Tests/Fixtures/Failed, and is read again here.

import Foundation
import Kernels
import TestSupport
import Testing

/// What the environment asks for.
private enum Asked {
    private static let environment = ProcessInfo.processInfo.environment

    static let count = environment["GROUNDUP_FUZZ_COUNT"].flatMap { Int($0) } ?? 200
    static let seed = environment["GROUNDUP_FUZZ_SEED"].flatMap { UInt64($0) } ?? 1
    /// The reader to try; nil for all.
    static let reader = environment["GROUNDUP_FUZZ_READER"]
    /// Where to keep the input of the current case. Only then is there a watch.
    static let journal = environment["GROUNDUP_FUZZ_JOURNAL"].map { URL(filePath: $0) }

    static let readers = FuzzedReader.all.filter { reader == nil || $0.description == reader }
}

/// What the process may hold at its peak while a reader has its cases. A PNG file of 64 KiB can hold 2²⁹ pixels of one
/// bit, but is read only if they are there; the tests themselves take about 100 MB.
private let memoryBound = 512 << 20

/// How long a case may take: a thousand times as long as it does.
private let patience = 20.0

@Suite(.serialized) struct `Damaged files` {
    @Test(arguments: Asked.readers)
    func `are read or refused`(_ reader: FuzzedReader) throws {
        let isAlone = Asked.journal != nil
        let watch = Asked.journal.map(Watch.init)
        for number in 0..<(isAlone ? Asked.count : max(1, Asked.count / reader.cost)) {
            let bytes = reader.input(seed: Asked.seed, case: number)
            try watch?.begin(bytes, "\(reader), seed \(Asked.seed), case \(number)")
            let complaint = try reader.complaint(about: bytes)
            if complaint != nil { try watch?.keep(bytes, "\(reader.description)-\(Asked.seed)-\(number)") }
            #expect(complaint == nil, "\(reader), seed \(Asked.seed), case \(number): it \(complaint!)")
        }
        watch?.end()
        if isAlone {
            #expect(Memory.peak < memoryBound, "\(reader), seed \(Asked.seed): \(Memory.peak) bytes were held")
        }
    }

    @Test func `have the reader that was asked for`() {
        #expect(!Asked.readers.isEmpty, "no reader is called “\(Asked.reader ?? "")”")
    }

    @Test(arguments: FuzzedReader.all)
    func `go to each reader also when all are fuzzed`(_ reader: FuzzedReader) throws {
        let script = try String(contentsOf: projectFolder.appending(path: "Tools/fuzz.sh"), encoding: .utf8)
        let named =
            script.contains("\"\(reader)\"") || script.split(whereSeparator: \.isWhitespace).contains("\(reader)")
        #expect(named, "Tools/fuzz.sh does not name “\(reader)”")
    }

    @Test(arguments: FuzzedReader.all)
    func `are made from files that are read`(_ reader: FuzzedReader) throws {
        #expect(!reader.inputs.isEmpty)
        for input in reader.inputs {
            try withFolder { folder in
                let file = folder.appending(path: reader.path)
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(input).write(to: file)
                #expect(throws: Never.self) { try reader.read(file, folder) }
            }
        }
    }

    /// The inputs that failed once, by their reader.
    static let failed: [(reader: FuzzedReader, file: String)] = FuzzedReader.all.flatMap { reader in
        let folder = fixture("Failed/\(reader)").path
        return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted().map { (reader, $0) }
    }

    @Test(arguments: failed)
    func `that failed once are read or refused`(_ reader: FuzzedReader, _ file: String) throws {
        let complaint = try reader.complaint(about: [UInt8](Data(contentsOf: fixture("Failed/\(reader)/\(file)"))))
        #expect(complaint == nil, "\(reader), \(file): it \(complaint!)")
    }
}

/// Keeps the input of the current case in a file, and ends the process when the case takes too long.
private final class Watch: @unchecked Sendable {
    private let journal: URL
    private let lock = NSLock()
    private var (title, began): (String, Date?) = ("", nil)

    init(_ journal: URL) {
        self.journal = journal
        Thread.detachNewThread { [self] in
            while true {
                Thread.sleep(forTimeInterval: 1)
                let late = lock.withLock { began.map { Date().timeIntervalSince($0) > patience } ?? false }
                guard late else { continue }
                FileHandle.standardError.write(Data("\(title): it hangs; the input is in \(journal.path)\n".utf8))
                abort()
            }
        }
    }

    func begin(_ bytes: [UInt8], _ title: String) throws {
        try Data(bytes).write(to: journal)
        lock.withLock { (self.title, began) = (title, Date()) }
        try Data(title.utf8).write(to: journal.appendingPathExtension("title"))
    }

    func keep(_ bytes: [UInt8], _ name: String) throws {
        try Data(bytes).write(to: journal.deletingLastPathComponent().appending(path: name))
    }

    func end() { lock.withLock { began = nil } }
}
