// `swift run ch02 --clean FOLDER`: a folder of photos is cleaned in the terminal, or with `--browser` in a browser.

import Common
import Figures
import Foundation
import Notebook
import Tensors
import Vision

/// A chapter of its own for the option `--clean`, so that it has what chapters have: data folders, seeds, progress.
final class Cleaning: Chapter, Sendable {
    static let number = ModelToProduction.number
    static let title = "Cleaning a folder of photos"
    static let isTool = true
    static let sections: [Section<Cleaning>] = [.init("Cleaning", Cleaning.clean)]

    /// What the command line asked for.
    struct Order: Sendable {
        var folder: URL, usesBrowser = false, applies = false, undoes = false, port: UInt16 = 8002
    }
    @TaskLocal static var order: Order?

    let run: Run

    init(_ run: Run) throws { self.run = run }

    func clean() throws {
        guard let order = Self.order else { return }
        let folder = try CleaningFolder(order.folder)
        for notice in folder.notices { show(notice, "from the last time") }
        if order.undoes {
            let count = try folder.undo()
            return count == 0 ? show("There was nothing to take back.") : show(count, "photos were moved back")
        }
        if order.applies { return try apply(in: folder) }
        let session = try CleaningSession(folder, judgedBy: run)
        if order.usesBrowser { return try serve(session, port: order.port) }
        guard let keys = Keys() else { return list(session) }
        CleaningDialog(session, keys).run()
    }

    private func apply(in folder: CleaningFolder) throws {
        let moves = try folder.moves(for: try folder.marks())
        let problems = try folder.apply(moves)
        for move in moves { show("\(move.from) → \(move.to)", "moved") }
        for problem in problems { show(problem, "not moved") }
        try folder.keep([:])
        show(moves.count - problems.count, "photos were moved. `--undo` takes that back")
    }

    /// Where nobody can press keys.
    private func list(_ session: CleaningSession) {
        var table = TextTable(["photo", "label", "the net says", "how sure", "loss"], decimals: 2)
        for place in session.cleaner.worst().prefix(20) {
            let item = session.cleaner.items[place]
            table.add(session.path(place), item.actual, item.predicted, item.probability, item.loss)
        }
        show(table, "The largest losses. (In a terminal, each photo is shown, and a key marks it.)")
    }
}

// MARK: The command line

extension Cleaning {
    static let help = """
        --clean FOLDER: shows the photos of a folder, the worst labels first, to be marked (section 2.4). With \
        --browser in a browser (--port N); with --apply the marks are carried out, with --undo taken back. \
        --practise FOLDER makes a folder to try it on.
        """

    /// - Parameter arguments: those of the command line without `--clean`.
    static func start(_ arguments: [String]) throws {
        var (rest, order) = ([String](), Order(folder: currentFolder))
        var (hasFolder, place) = (false, 0)
        while place < arguments.count {
            let argument = arguments[place]
            place += 1
            switch argument {
            case "--browser": order.usesBrowser = true
            case "--apply": order.applies = true
            case "--undo": order.undoes = true
            case "--port":
                guard place < arguments.count, let port = UInt16(arguments[place]) else {
                    throw Refusal("--port: a number up to 65535 was expected after it")
                }
                (order.port, place) = (port, place + 1)
            case _ where !argument.hasPrefix("-") && !hasFolder:
                (order.folder, hasFolder) = (URL(filePath: (argument as NSString).expandingTildeInPath), true)
            default: rest.append(argument)
            }
        }
        guard hasFolder else { throw Refusal("--clean: name the folder of photos after it") }
        guard isFolder(order.folder) else {
            throw Refusal("\(order.folder.path): there is no such folder (`--practise FOLDER` makes one to try it on)")
        }
        guard !(order.applies && order.undoes) else { throw Refusal("--apply or --undo: one at a time") }
        $order.withValue(order) { main(rest + ["--section", "1"]) }
    }

    static let practiseHelp =
        "--practise FOLDER: makes a folder of generated bears with mistakes among them, for --clean."

    /// Makes a folder of generated bears with mistakes among them.
    static func practise(_ arguments: [String]) throws {
        guard arguments.count == 1, !arguments[0].hasPrefix("-") else {
            throw Refusal("--practise: name one folder after it, which is not there yet")
        }
        let folder = URL(filePath: (arguments[0] as NSString).expandingTildeInPath)
        guard !FileManager.default.fileExists(atPath: folder.path) else {
            throw Refusal("\(folder.path) is there already; name a folder that is not")
        }
        let bears = try Bears(generated: 40, size: 128)
        try makeFolder(folder.deletingLastPathComponent())
        try FileManager.default.copyItem(at: bears.folder, to: folder)
        say("\(bears.files.count) photos in \(folder.path), and \(bears.faults.count) of them are not right.")
        say("Next: swift run ch02 --clean \(arguments[0])")
    }
}
