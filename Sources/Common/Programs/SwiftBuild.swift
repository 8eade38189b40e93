// Building from inside a program that `swift run` has built: the checks, or a chapter for the book.
//
// SwiftPM compiles with `-color-diagnostics` when it writes to a terminal, and without when it does not. Whole modules
// are compiled anew when their flags change, and that takes minutes here. So this build goes to a terminal, too, if the
// one before it did: to a pseudo-terminal, whose other side is read.

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
    /// last build. Whether that succeeded is in what comes back, with all that was said in `output` and `errors`.
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

    /// Runs a command in a pseudo-terminal. The system's own tool for that is called in two ways.
    private func inTerminal(_ command: [String], _ environment: [String: String?]) throws -> Child {
        #if os(Linux)
            let quoted = command.map { "'\($0.replacing("'", with: "'\\''"))'" }.joined(separator: " ")
            let arguments = ["--quiet", "--return", "--command", quoted, "/dev/null"]
        #else
            let arguments = ["-q", "/dev/null"] + command
        #endif
        return try Child.run("script", arguments, in: root, environment: environment)
    }

    /// What `env` and the shell say when a program is missing.
    private static let notFound: Int32 = 127
}
