// `--results FILE`: all recorded numbers, for programs. The keys keep their order, which Foundation's encoder does not
// promise, so the file is put together by hand.

import Foundation

/// The results of a run as JSON, one record a line:
///
///     {"chapter": 4, "data": "mnist_sample", "results": [
///       {"name": "pixel-similarity/accuracy", "measured": 0.95112, "book": 0.9511}
///     ]}
func resultsJSON(chapter: Int, data: String, records: [Record]) -> String {
    let lines = records.map { record in
        "  {\"name\": \(json(record.name)), \"measured\": \(json(record.measured)), \"book\": \(json(record.book))}"
    }
    let list = lines.isEmpty ? "[]" : "[\n" + lines.joined(separator: ",\n") + "\n]"
    return "{\"chapter\": \(chapter), \"data\": \(json(data)), \"results\": \(list)}\n"
}

/// JSON has no infinity: what isn't a number is `null`, and so is a number that isn't there.
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

// A chapter may run for minutes. That its results have no place to go is said at the start, by trying it out.

/// - Throws: when `file` cannot be written. Nothing is left behind either way.
func checkWritable(file: URL, option: String) throws {
    if isFolder(file) { throw NotebookError("\(option) \(file.path): this is a folder, not a file") }
    let folder = file.deletingLastPathComponent()
    guard isFolder(folder) else { throw NotebookError("\(option) \(file.path): there is no folder \(folder.path)") }
    try tryOut(folder, "\(option) \(file.path): cannot be written")
}

/// - Throws: when `folder` is a file, or lies where no folder can be made. It isn't made yet.
func checkWritable(folder: URL, option: String) throws {
    var existing = folder.standardizedFileURL
    while !FileManager.default.fileExists(atPath: existing.path), existing.path != "/" {
        existing.deleteLastPathComponent()
    }
    guard isFolder(existing) else { throw NotebookError("\(option) \(folder.path): \(existing.path) is not a folder") }
    try tryOut(existing, "\(option) \(folder.path): cannot be written")
}

func isFolder(_ url: URL) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) && isFolder.boolValue
}

/// Writes an empty file into `folder` and takes it away.
private func tryOut(_ folder: URL, _ complaint: String) throws {
    let probe = folder.appendingPathComponent(".\(UUID().uuidString)")
    do {
        try Data().write(to: probe)
        try FileManager.default.removeItem(at: probe)
    } catch {
        throw NotebookError(complaint)
    }
}
