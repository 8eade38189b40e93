// A pointer can silently outlive what it points to, so nothing that pages can call hands one out. Within the
// package, `package` declarations may.

import Foundation
import Testing

private let engine = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources/Engine")

/// The Swift files of a module of the engine.
private func files(of module: String) -> [URL] {
    let all = FileManager.default.enumerator(at: engine.appending(path: module), includingPropertiesForKeys: nil)
    return all?.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" } ?? []
}

/// What is declared public, from `public` to the brace that opens a body, each in one line.
private func publicDeclarations(_ text: String) -> [String] {
    let lines = text.split(separator: "\n")
    return lines.indices.compactMap { start in
        guard lines[start].split(separator: " ").prefix(2).contains(where: { $0 == "public" || $0 == "open" }) else {
            return nil
        }
        var declaration = ""
        for line in lines[start...] {
            declaration += line.prefix { $0 != "{" }
            if line.contains("{") || !(line.hasSuffix("(") || line.hasSuffix(",")) { break }
        }
        return declaration
    }
}

@Suite struct `The public face of the engine` {
    @Test(arguments: ["Tensors", "Layers", "Training"])
    func `hands out no pointers`(_ module: String) throws {
        let declarations = try files(of: module).flatMap {
            publicDeclarations(try String(contentsOf: $0, encoding: .utf8))
        }
        #expect(declarations.count > 30)
        #expect(declarations.filter { $0.contains("Unsafe") } == [])
    }

    @Test func `a pointer is found in a declaration of several lines, and not after it`() {
        let text = """
            public init(
                shape: [Int], with body: (UnsafePointer<Float>) -> Void
            ) {}
            public var count: Int { 0 }
            let base: UnsafePointer<Float>
            """
        #expect(publicDeclarations(text).map { $0.contains("Unsafe") } == [true, false])
    }
}
