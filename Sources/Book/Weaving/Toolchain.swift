// The tools that come with Swift: the compiler's symbol graphs, and DocC.

import Common
import Foundation

/// Where the tools are, and what was built.
public struct Toolchain: Sendable {
    /// The project's folder, and the folder that the build put this program into.
    let root: URL, programs: URL

    public init(root: URL, programs: URL) {
        (self.root, self.programs) = (root, programs.resolvingSymlinksInPath())
    }

    private var modules: URL { programs.appending(path: "Modules") }

    /// Whether a module has been built.
    func isBuilt(_ module: String) -> Bool {
        FileManager.default.fileExists(atPath: modules.appending(path: "\(module).swiftmodule").path)
    }

    /// Brings a product up to date, in the build folder and with the flags of the build that made this program.
    func build(_ product: String) throws {
        let child = try SwiftBuild(root: root, programs: programs).build(product)
        if !child.succeeded { throw Refusal("\(product) does not compile:\n\(child.output)\(child.errors)") }
    }

    /// Writes the symbol graphs of built modules into a folder.
    func writeSymbolGraphs(of names: [String], to folder: URL) throws {
        try makeFolder(folder)
        let paths = [modules] + systemLibraries
        for name in names {
            try run(
                "swift",
                [
                    "symbolgraph-extract", "-module-name", name, "-target", try target(), "-output-dir", folder.path,
                    "-minimum-access-level", "public", "-skip-synthesized-members",
                ] + paths.flatMap { ["-I", $0.path] } + headers())
        }
    }

    /// The folders of the module maps.
    private var systemLibraries: [URL] {
        let sources = root.appending(path: "Sources/System")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: sources.path)) ?? []
        return names.sorted().map { sources.appending(path: $0) }
            .filter { FileManager.default.fileExists(atPath: $0.appending(path: "module.modulemap").path) }
    }

    /// Options for the folders of headers that the compiler does not find on its own.
    private func headers() -> [String] {
        let child = try? Child.run("pkg-config", ["--cflags-only-I", "openblas", "libpng", "libturbojpeg", "zlib"], in: root)
        guard let child, child.succeeded else { return [] }
        return child.output.split(whereSeparator: \.isWhitespace).flatMap { ["-Xcc", String($0)] }
    }

    private func target() throws -> String {
        struct Info: Decodable {
            struct Target: Decodable { let unversionedTriple: String, triple: String }
            let target: Target
        }
        let info = try JSONDecoder().decode(
            Info.self, from: Data(try run("swift", ["-print-target-info"]).output.utf8))
        return info.target.triple
    }

    /// Runs DocC, which puts what it needs for a while into a folder of ours, so that it goes with that.
    func docc(_ arguments: [String], in work: URL) throws {
        try run(docc(), arguments, environment: ["TMPDIR": work.path])
    }

    /// `docc` is in the folder of `swift`. Where that is only a shim, as on macOS, `xcrun` knows the place.
    private func docc() -> String {
        for folder in (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":") {
            let swift = URL(filePath: String(folder)).appending(path: "swift").resolvingSymlinksInPath()
            let docc = swift.deletingLastPathComponent().appending(path: "docc")
            if FileManager.default.isExecutableFile(atPath: docc.path) { return docc.path }
        }
        let found = try? Child.run("xcrun", ["--find", "docc"], in: root)
        return found.map { trimmed($0.output.split(separator: "\n").first ?? "") } ?? "docc"
    }

    @discardableResult
    private func run(
        _ tool: String, _ arguments: [String], environment: [String: String?] = [:]
    ) throws -> Child {
        let child = try Child.run(tool, arguments, in: root, environment: environment)
        if child.succeeded { return child }
        throw Refusal("\(tool) \(arguments.first ?? ""): \(child.output)\(child.errors)")
    }
}
