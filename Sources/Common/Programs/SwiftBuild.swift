// Building from inside a program that `swift run` has built: the checks, or a chapter for the book.
//
// SwiftPM compiles with `-color-diagnostics` when it writes to a terminal, and without when it does not. Whole modules
// are compiled again when their flags change, and that takes minutes here. So this build writes to a terminal, too, if
// the one before it did: to a pseudo-terminal, whose other side we read.

import Foundation

/// The build that the running program came from.
public struct SwiftBuild: Sendable {
    /// The folder of the package.
    let root: URL
    /// Where the build puts its programs: `.build/x86_64-unknown-linux-gnu/debug`.
    let programs: URL

    public init(root: URL, programs: URL) {
        (self.root, self.programs) = (root, programs.resolvingSymlinksInPath())
    }

    /// Brings a program up to date, in the same build folder, in the same configuration and with the same flags as the
    /// last build. The result says whether that succeeded, and has all that was printed.
    public func build(_ product: String, environment: [String: String?] = [:]) throws -> Child {
        let arguments = [
            "build", "--quiet", "--product", product, "--package-path", root.path, "--scratch-path", scratch.path,
            "--configuration", configuration,
        ]
        if isColoured {
            let child = try inTerminal(["swift"] + arguments, environment)
            if child.status != Self.notFound { return child }
        }
        return try Child.run("swift", arguments, in: root, environment: environment)
    }

    private var configuration: String { programs.lastPathComponent }
    private var scratch: URL { programs.deletingLastPathComponent().deletingLastPathComponent() }

    /// Whether the last build wrote to a terminal. Its plan is beside what it built.
    private var isColoured: Bool {
        let plan = try? Data(contentsOf: scratch.appending(path: "\(configuration).yaml"), options: .alwaysMapped)
        return plan?.range(of: Data("\"-color-diagnostics\"".utf8)) != nil
    }

    /// Runs a command in a pseudo-terminal. The system's tool for that takes different arguments on Linux and macOS.
    private func inTerminal(_ command: [String], _ environment: [String: String?]) throws -> Child {
        #if os(Linux)
            let quoted = command.map { "'\($0.replacing("'", with: "'\\''"))'" }.joined(separator: " ")
            let arguments = ["--quiet", "--return", "--command", quoted, "/dev/null"]
        #else
            let arguments = ["-q", "/dev/null"] + command
        #endif
        return try Child.run("script", arguments, in: root, environment: environment)
    }

    /// The exit code of `env` and the shell when a program is missing.
    private static let notFound: Int32 = 127
}
