// Programs of the system that do what is not our subject: curl, tar, unzip, md5sum.

import Common
import Foundation

/// Runs a program of the system.
struct Tool {
    let name: String
    let url: URL

    /// Looks for a program in the folders of `PATH`.
    /// - Throws: `DatasetError` that says how to install it.
    init(_ name: String, path: String? = ProcessInfo.processInfo.environment["PATH"]) throws {
        let folders = (path ?? "/usr/bin:/bin").split(separator: ":").map(String.init)
        let files = folders.map { $0 + "/" + name }
        guard let file = files.first(where: { FileManager.default.isExecutableFile(atPath: $0) }) else {
            throw DatasetError(
                name, "this program is needed, but was not found",
                try: "`sudo apt-get install \(name)` on Debian or Ubuntu, `brew install \(name)` on macOS")
        }
        self.name = name
        url = URL(fileURLWithPath: file)
    }

    /// Runs the program to its end and collects what it prints.
    func run(_ arguments: [String]) throws -> Child {
        try started { try program(arguments).run() }
    }

    /// Runs the program and passes on its output while it is printed. When `consume` throws, the program is ended.
    func stream(_ arguments: [String], _ consume: (UnsafeRawBufferPointer) throws -> Void) throws -> Child {
        try started { try program(arguments).run(consume: consume) }
    }

    /// The listing of a large archive is long, and no line of it may be missing.
    private func program(_ arguments: [String]) -> Program {
        var program = Program(url, arguments, environment: ["LC_ALL": "C"])
        program.keeping = .max
        return program
    }

    private func started(_ run: () throws -> Child) throws -> Child {
        do { return try run() } catch let refusal as Refusal { throw DatasetError(name, refusal.description) }
    }
}

extension Child {
    /// What a program of the system says is wrong: the beginning, where it says the same of thousands of files.
    var complaints: String {
        let lines = errors.split(whereSeparator: \.isNewline).map(String.init)
        if lines.count <= 4 { return lines.joined(separator: "\n") }
        return lines[..<3].joined(separator: "\n") + "\n… and \(lines.count - 3) more lines"
    }
}
