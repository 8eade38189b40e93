// `swift run data …`: the data sets of the book, from the command line.

import ArgumentParser
import Common
import Datasets
import Foundation

@main
struct DataCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "data",
        abstract: "Lists, fetches, checks and finds the data sets of the book.",
        subcommands: [ListCommand.self, GetCommand.self, CheckCommand.self, WhereCommand.self, GenerateCommand.self],
        defaultSubcommand: ListCommand.self)

    static func main() {
        beginProgram()
        main(nil)
    }
}

/// A folder to write into, as the reader named it.
func targetFolder(_ path: String) throws -> URL {
    if path.isEmpty { throw ValidationError("--to \"\": the name is empty") }
    return URL(fileURLWithPath: path)
}

/// The option that every command has.
struct DataOptions: ParsableArguments {
    @Option(name: .customLong("data"), help: "A folder that holds data sets by name, as folders or archives.")
    var folder: String?

    func validate() throws {
        if let folder, !isFolder(URL(fileURLWithPath: folder)) || folder.isEmpty {
            let isFile = !folder.isEmpty && FileManager.default.fileExists(atPath: folder)
            throw ValidationError(
                "--data \"\(folder)\": \(isFile ? "this is a file, and no folder" : "there is no such folder")")
        }
        if let named = ProcessInfo.processInfo.environment["GROUNDUP_DATA"], !named.isEmpty,
            !isFolder(URL(fileURLWithPath: named))
        {
            note("$GROUNDUP_DATA: there is no folder \(named)")
        }
    }

    var locator: DataLocator { DataLocator(dataFolder: folder.map { URL(fileURLWithPath: $0) }) }
}

struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Shows all data sets, and which of them are on this machine.")

    @OptionGroup var data: DataOptions

    func run() {
        let rows = Registry.all.map { info in
            [
                info.name, info.chapters, info.bytes.map(readable(bytes:)) ?? "–",
                data.locator.locate(info.name).map(\.place) ?? "–", info.about,
            ]
        }
        printTable([["name", "chapters", "size", "found in", "what it is"]] + rows)
    }
}

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Compares a data set on this machine with its published checksums.")

    @OptionGroup var data: DataOptions
    @Argument(help: "The data set's name.") var name: String

    func run() throws {
        let info = try Registry.dataset(name)
        guard let (url, place) = data.locator.locate(name) else { throw notFound(name) }
        say("\(name) in \(place): \(url.path)")
        for line in try info.check(url) { say("  \(line)") }
    }
}

struct WhereCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "where", abstract: "Prints the folder of a data set, unpacking it when necessary.")

    @OptionGroup var data: DataOptions
    @Argument(help: "The data set's name.") var name: String

    func run() throws {
        guard !name.isEmpty else { throw Refusal("the name of the data set is empty; `data list` shows all names") }
        // Data sets are folders in a folder: a path would be looked for beside it, or above.
        if name.contains("/") || [".", ".."].contains(name) {
            throw Refusal("\(name) is a path, not the name of a data set; `data list` shows all names")
        }
        let search = try data.locator.find(name)
        search.notices.forEach(note)
        guard let found = search.found else { throw notFound(name) }
        say(found.folder.path)
    }
}

/// Only what is known can be fetched.
func notFound(_ name: String) -> DatasetError {
    let isKnown = (try? Registry.dataset(name)) != nil
    return DatasetError(
        name, "is not on this machine",
        try: isKnown ? "`swift run data get \(name)`" : "one of those that `swift run data list` shows")
}

/// A remark beside the output proper.
func note(_ text: String) { emit("note: \(text)\n", to: STDERR_FILENO) }

/// Prints rows with aligned columns.
func printTable(_ rows: [[String]]) {
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    for row in rows {
        let cells = zip(row, widths).map { $0.padding(toLength: $1, withPad: " ", startingAt: 0) }
        say(cells.joined(separator: "  ").replacing(/\ +$/, with: ""))
    }
}
