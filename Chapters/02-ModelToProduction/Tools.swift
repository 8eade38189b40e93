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
    static let tools: [Tool] =
        [photosTool, worksheetTool] + cleaningTools + appTools

    /// `--clean` and what belongs to it, `--export` and `--photo`.
    private static let cleaningTools = [
        Tool(option: "--clean", help: Cleaning.help, start: Cleaning.start),
        Tool(option: "--practise", help: Cleaning.practiseHelp, start: Cleaning.practise),
        Tool(option: "--export", help: exportHelp, start: export),
        Tool(option: "--photo", help: photoHelp, start: predictPhoto),
    ]

    /// Options that mean nothing without another one.
    private static let companions = [
        "--apply": "--clean", "--undo": "--clean", "--browser": "--clean", "--port": "--serve, --load and --clean",
        "--host": "--serve", "--model": "--serve and --photo", "--digits": "--serve", "--requests": "--load",
        "--at-once": "--load",
    ]

    private static func withoutItsTool(_ argument: String) -> Refusal? {
        let option = String(argument.prefix { $0 != "=" })
        return companions[option].map { Refusal("\(option) belongs to \($0); --help tells more of it") }
    }

    public static var ownOptions: [String] { tools.map(\.help) }

    /// Runs the chapter, or the tool that the arguments name.
    public static func mainWithTools() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        do {
            guard let tool = tools.first(where: { arguments.contains($0.option) }) else {
                if let lost = arguments.lazy.compactMap(withoutItsTool).first { throw lost }
                return main(arguments)
            }
            try tool.start(arguments.filter { $0 != tool.option })
        } catch {
            warn("ch02: \(sentence(for: error))")
            exit(64)
        }
    }
}
