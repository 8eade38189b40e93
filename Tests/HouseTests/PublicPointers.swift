// A pointer can silently outlive what it points to, so nothing that pages can call hands one out. Within the
// package, `package` declarations may.

import Testing

/// What begins a declaration, after its attributes and modifiers.
private let keywords: Set = [
    "func", "var", "let", "init", "subscript", "struct", "class", "enum", "protocol", "extension", "typealias", "case",
    "actor", "associatedtype",
]

/// The words of a line up to the keyword of the declaration that it begins; nil when it begins none.
private func headWords(_ line: Substring) -> [Substring]? {
    let words = line.split { $0 == " " || $0 == "(" || $0 == "<" || $0 == "?" }
    guard let place = words.firstIndex(where: { keywords.contains(String($0)) }), !line.contains(/^\s*\/\//) else {
        return nil
    }
    return Array(words[...place])
}

/// The declaration that begins at line `start`, up to the brace that opens its body, in one line.
private func declaration(_ lines: [Substring], from start: Int) -> String {
    var (declaration, depth) = ("", 0)
    for index in lines[start...].indices {
        for character in lines[index] {
            if character == "{", depth == 0 { return declaration }
            if "([".contains(character) { depth += 1 }
            if ")]".contains(character) { depth -= 1 }
            declaration.append(character)
        }
        let next = index + 1 < lines.count ? lines[index + 1] : ""
        if depth == 0, !next.contains(/^\s*(->|where|throws|rethrows|async|\{)/) { break }
    }
    return declaration
}

/// What is declared public, also without the word: the requirements of a public protocol, the members of a
/// `public extension` and the cases of a public enum.
private func publicDeclarations(_ text: String) -> [String] {
    let lines = text.split(separator: "\n")
    // The kinds of the braces that are open, "protocol", "extension" or "enum" where they open a public one.
    var scopes: [String] = []
    var opening = ""
    return lines.indices.compactMap { index in
        let words = headWords(lines[index])
        let isPublic = words.map { isDeclaredPublic($0, in: scopes.last ?? "") } ?? false
        if let words { opening = isPublic ? String(words.last!) : "" }
        for character in lines[index].replacing(/"[^"]*"/, with: "").replacing(/\/\/.*/, with: "") {
            if character == "{" { scopes.append(opening); opening = "" }
            if character == "}" { _ = scopes.popLast() }
        }
        return isPublic ? declaration(lines, from: index) : nil
    }
}

private func isDeclaredPublic(_ words: [Substring], in scope: String) -> Bool {
    if words.contains("public") || words.contains("open") { return true }
    let isHidden = words.contains { ["private", "fileprivate", "internal", "package"].contains($0) }
    switch scope {
    case "protocol", "extension": return !isHidden
    case "enum": return words.last == "case"
    default: return false
    }
}

@Suite struct `The public face of the engine` {
    @Test(arguments: ["Tensors", "Layers", "Training"])
    func `hands out no pointers`(_ module: String) throws {
        let declarations = try swiftFiles("Sources/Engine/\(module)").flatMap { publicDeclarations(try read($0)) }
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

    @Test(arguments: [
        "@discardableResult @inlinable public func start() -> UnsafeMutablePointer<Float> {",
        "public protocol Store {\n    func start() -> UnsafePointer<Float>\n}",
        "public protocol Store {\n    var start: UnsafePointer<Float> { get }\n}",
        "public extension Tensor {\n    static func start() -> UnsafePointer<Float> { base }\n}",
        "public enum Place {\n    case at(UnsafePointer<Float>)\n}",
        "public func start(\n    of tensor: Tensor,\n    at index: Int\n) -> UnsafePointer<Float> {",
        "public func start(of tensor: Tensor)\n    -> UnsafePointer<Float>\n{",
        "public final class Box {\n    public var base: UnsafePointer<Float>\n}",
    ])
    func `a pointer is found wherever it is public`(_ text: String) {
        #expect(publicDeclarations(text).contains { $0.contains("Unsafe") })
    }

    @Test(arguments: [
        "func start() -> UnsafePointer<Float> {", "package func start() -> UnsafePointer<Float> {",
        "public extension Tensor {\n    private func start() -> UnsafePointer<Float> { base }\n}",
        "public extension Tensor {\n}\nextension Tensor {\n    func start() -> UnsafePointer<Float> { base }\n}",
        "public extension Tensor {\n    func sum() {\n        let base: UnsafePointer<Float>\n    }\n}",
        "public struct Box {\n    let base: UnsafePointer<Float>\n}",
        "// public func start() -> UnsafePointer<Float>",
    ])
    func `a pointer that is not public is left alone`(_ text: String) {
        #expect(!publicDeclarations(text).contains { $0.contains("Unsafe") })
    }
}
