// `--results FILE`: all recorded numbers, for programs. The keys keep their order, which Foundation's encoder does not
// promise, so the file is put together by hand.

import Common
import Foundation

/// The results of a run as JSON, one record per line. What is not known is null; what does not apply is left out:
///
///     {"chapter": 4, "data": "mnist_sample", "size": "usual", "seed": 42, "results": [
///       {"name": "pixel-similarity/accuracy", "measured": 0.95112, "book": 0.9511},
///       {"name": "net/accuracy", "measured": 0.98, "book": 0.9828, "std": 0.001, "values": [0.979, 0.981],
///        "differs": "twenty epochs"}
///     ]}
func resultsJSON(of run: Run, chapter: Int) -> String {
    let lines = run.records.map { "  " + json($0) }
    let list = lines.isEmpty ? "[]" : "[\n" + lines.joined(separator: ",\n") + "\n]"
    return """
        {"chapter": \(chapter), "data": \(json(run.dataName)), "size": \(json(run.size.rawValue)), "seed": \(run.seed), \
        "results": \(list)}

        """
}

private func json(_ record: Record) -> String {
    var parts = [("name", json(record.name)), ("measured", json(record.measured)), ("book", json(record.book))]
    if let deviation = record.deviation {
        parts.append(("std", json(deviation)))
        parts.append(("values", "[" + record.values.map(json).joined(separator: ", ") + "]"))
    }
    if let differs = record.differs { parts.append(("differs", json(differs))) }
    return "{" + parts.map { "\"\($0)\": \($1)" }.joined(separator: ", ") + "}"
}

/// JSON has no infinity: a number that is not finite, or not there, is `null`.
private func json(_ number: Double?) -> String {
    guard let number, number.isFinite else { return "null" }
    return abs(number) < 1e15 && number.rounded() == number ? fixed(number, 0) : "\(number)"
}

private func json(_ text: String) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    let data = (try? encoder.encode(text)) ?? Data("\"\"".utf8)
    return String(decoding: data, as: UTF8.self)
}

// MARK: Before the run

// A chapter may run for minutes. So whether its results can be written is tried out at the start.

/// - Throws: when `file` cannot be written. Nothing is left behind either way.
func checkWritable(file: URL, option: String) throws {
    if isFolder(file) { throw Refusal("\(option) \(file.path): this is a folder, not a file") }
    // A device or a pipe would be replaced by a file, which is never wanted: /dev/null must stay what it is.
    let type = try? FileManager.default.attributesOfItem(atPath: file.path)[.type] as? FileAttributeType
    if let type, type != .typeRegular {
        throw Refusal("\(option) \(file.path): this is a device or a pipe, not a file")
    }
    let folder = file.deletingLastPathComponent()
    guard isFolder(folder) else { throw Refusal("\(option) \(file.path): there is no folder \(folder.path)") }
    try tryOut(folder, for: file, option)
}

/// - Throws: when `folder` is a file, or is in a place where no folder can be made. It isn't made yet.
func checkWritable(folder: URL, option: String) throws {
    var existing = folder.standardizedFileURL
    while !FileManager.default.fileExists(atPath: existing.path), existing.path != "/" {
        existing.deleteLastPathComponent()
    }
    guard isFolder(existing) else { throw Refusal("\(option) \(folder.path): \(existing.path) is not a folder") }
    try tryOut(existing, for: folder, option)
}

/// Makes an empty file in `folder` and removes it again.
private func tryOut(_ folder: URL, for file: URL, _ option: String) throws {
    let probe = unfinishedPlace(in: folder).path
    let descriptor = open(probe, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
        throw Refusal("\(option) \(file.path): \(trouble(errno, writing: file).problem)")
    }
    close(descriptor)
    unlink(probe)
}
