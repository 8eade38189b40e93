// The prose speaks of `DataLoader` and `backward`, and a reader who wonders what that is should be one click away from
// its documentation. What there is to link to is read from the symbol graphs that the compiler makes of the engine.

import Foundation

/// The engine's public declarations by name.
public struct SymbolIndex: Sendable {
    /// Names as prose uses them, and where DocC finds the declaration: "/Training/DataLoader".
    private var links: [String: String] = [:]

    /// Knows nothing: every name stays code.
    public init() {}

    /// - Parameter folder: the folder of the `.symbols.json` files, which may be in folders inside it.
    public init(symbolGraphs folder: URL) throws {
        let files = (FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []).sorted()
        let graphs = try files.filter { $0.hasSuffix(".symbols.json") && !$0.contains("@") }.map { file in
            try JSONDecoder().decode(SymbolGraph.self, from: Data(contentsOf: folder.appending(path: file)))
        }
        self.init(graphs.flatMap { graph in graph.symbols.map { (graph.module.name, $0.pathComponents) } })
    }

    /// - Parameter symbols: the module and the path in it of every declaration, ("Tensors", ["Tensor", "sum()"]).
    init(_ symbols: [(module: String, path: [String])]) {
        let counts = Dictionary(grouping: symbols) { [$0.module] + $0.path }.mapValues(\.count)
        // The shortest name wins, `backward(retainGraph:)` over a longer one. Overloads that differ in their types
        // alone have no name of their own, and are not linked to.
        // The kernels' loops are left out too: `map` in prose is Swift's own.
        let named = symbols.filter { module, path in
            module != "Kernels" && counts[[module] + path] == 1 && isLinkable(path)
        }
        for (module, path) in named.sorted(by: { precedence($0.path) < precedence($1.path) }) {
            let link = "/" + ([module] + path).joined(separator: "/")
            for name in names(path) where links[name] == nil { links[name] = link }
        }
    }

    /// Where the declaration is documented; nil when there is none of that name.
    subscript(name: String) -> String? { links[name] }
}

/// What a declaration may be called: `sum(axes:)`, `sum`, `Tensor.sum`.
private func names(_ path: [String]) -> [String] {
    let full = path.last!
    let base = String(full.prefix { $0 != "(" })
    return [full, base, full.hasSuffix("()") ? base + "()" : full, path.joined(separator: ".")]
}

private func precedence(_ path: [String]) -> (Int, Int, String) { (path.count, path.last!.count, path.last!) }

/// Types, functions, and the members of Tensor, which every page talks about. Words such as `count` or
/// `name` would be taken for another type's members.
private func isLinkable(_ path: [String]) -> Bool {
    guard let name = path.last, name.count > 2, name.first!.isLetter, !name.hasPrefix("init") else { return false }
    return path.count == 1 || (path.count == 2 && path[0] == "Tensor")
}

/// What we read of a symbol graph file.
private struct SymbolGraph: Decodable {
    struct Module: Decodable { let name: String }
    struct Symbol: Decodable { let pathComponents: [String] }

    let module: Module
    let symbols: [Symbol]
}
