// A build inside a build, in a terminal and without one. It must not compile anything again.

import Common
import Foundation
import Testing

@Suite struct `A build inside a program that was built` {
    /// A module that is compiled as a whole, as the engine is, and a program that uses it.
    let package = """
        // swift-tools-version: 6.2
        import PackageDescription

        let whole: [SwiftSetting] = [.unsafeFlags(["-wmo"])]
        let package = Package(
            name: "Small",
            targets: [
                .target(name: "Engine", swiftSettings: whole),
                .executableTarget(name: "small", dependencies: ["Engine"]),
            ])
        """

    @Test func `compiles nothing again, in a terminal or without one`() throws {
        try withProject { root in
            try write(package, to: "Package.swift", in: root)
            try write("public let answer = 42\n", to: "Sources/Engine/Engine.swift", in: root)
            try write("import Engine\nprint(answer)\n", to: "Sources/small/main.swift", in: root)
            for outer in [["swift", "build"], inTerminal("swift build")] {
                let built = try Child.run(outer[0], Array(outer.dropFirst()), in: root, environment: terminal)
                try #require(built.succeeded, "\(built.output)\(built.errors)")
                let plan = try read(".build/debug.yaml", in: root)
                #expect(plan.contains("-color-diagnostics") == (outer.count > 2))
                let build = SwiftBuild(root: root, programs: root.appending(path: ".build/debug"))
                #expect(try build.build("small", environment: terminal).succeeded)
                // Flags that had changed would be in the plan, and have the module compiled again.
                #expect(try read(".build/debug.yaml", in: root).contains("-color-diagnostics") == (outer.count > 2))
            }
        }
    }

    /// A terminal that can show colours, whatever the tests were started from.
    private let terminal: [String: String?] = ["TERM": "xterm-256color", "NO_COLOR": nil]

    private func inTerminal(_ command: String) -> [String] {
        #if os(Linux)
            ["script", "--quiet", "--return", "--command", command, "/dev/null"]
        #else
            ["script", "-q", "/dev/null"] + command.split(separator: " ").map(String.init)
        #endif
    }
}
