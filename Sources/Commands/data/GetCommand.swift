// `data get NAME`: fetch, check, unpack.

import ArgumentParser
import Common
import Datasets
import Foundation

struct GetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "get", abstract: "Fetches a data set into the cache, checks and unpacks it.",
        discussion: "An interrupted transfer resumes where it stopped when the command is repeated.")

    @Argument(help: "The data set's name; `data list` shows them all.") var name: String
    @Option(name: .customLong("to"), help: "The folder to fetch into, instead of the cache.") var folder: String?

    func run() throws {
        let info = try Registry.dataset(name)
        let target = try folder.map(targetFolder) ?? DataLocator().cache
        write("\(info.name): \(info.about)\n")
        let line = ProgressLine()
        let result = Result { try Installer(into: target).install(info) { line.show($0.name, $1) } }
        line.end()
        write("\(info.name) is in \(try result.get().path)\nlicence: \(info.licence)\n")
    }
}

/// One line that is written over in a terminal; elsewhere a plain line for every tenth of the way.
final class ProgressLine {
    private let isTerminal = Common.isTerminal(STDOUT_FILENO)
    private var shown = ""
    private var isOpen = false

    func show(_ name: String, _ progress: TransferProgress) {
        if isTerminal {
            write("\(clearLine)\(name)  \(progress.words)")
            isOpen = true
            return
        }
        let tenth = "\(name) \(Int(progress.fraction * 10))"
        if tenth != shown { write("\(name)  \(progress.words)\n") }
        shown = tenth
    }

    /// Leaves the line as it is.
    func end() {
        if isOpen { write("\n") }
    }
}

/// Prints at once, where `print` may wait until there is more.
private func write(_ text: String) { emit(text, to: STDOUT_FILENO) }
