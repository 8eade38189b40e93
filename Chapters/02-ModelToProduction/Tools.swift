// Some options do not run the chapter but put its model to use: `swift run ch02 --serve`. Each is told on its own page.

import Common
import Foundation
import Notebook

/// A program within the program.
struct Tool: Sendable {
    /// "--serve"
    let option: String
    /// For `--help`.
    let help: String
    /// Does it with all other arguments.
    let start: @Sendable (_ arguments: [String]) throws -> Void
}

extension ModelToProduction {
    static let tools: [Tool] = appTools

    public static var ownOptions: [String] { tools.map(\.help) }

    /// Runs the chapter, or the tool that the arguments name.
    public static func mainWithTools() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        guard let tool = tools.first(where: { arguments.contains($0.option) }) else { return main(arguments) }
        do { try tool.start(arguments.filter { $0 != tool.option }) } catch {
            warn("ch02: \(sentence(for: error))")
            exit(64)
        }
    }
}
