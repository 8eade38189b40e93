// The rules of the house that a compiler does not keep: SwiftPM lets a file import any module that
// happens to be built already, and nothing stops a file from growing.

import Foundation
import Testing

/// The engine's floors from the ground up. A file may import what stands to the left of its own module.
private let floors = [
    "COpenBLAS", "CPNG", "CJPEG", "CZlib", "Kernels", "Tensors", "Safetensors", "Layers", "Training", "Datasets",
    "Figures", "Vision", "Text", "Tabular", "Notebook",
]

private let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

/// All Swift files below a folder of the package, as paths from its root.
private func swiftFiles(_ folder: String) -> [String] {
    let all = FileManager.default.enumerator(atPath: root.appending(path: folder).path)
    return (all?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".swift") }.map { "\(folder)/\($0)" }
        .sorted()
}

private func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
}

/// The modules that a file imports.
private func imports(_ path: String) throws -> [String] {
    try text(path).split(separator: "\n").compactMap { line in
        let words = line.split(separator: " ")
        guard line.first != "/", line.first != " " else { return nil }
        guard let place = words.firstIndex(of: "import"), place <= 1, place + 1 < words.count else { return nil }
        return String(words[place + 1])
    }
}

private func chapterNumber(_ path: String) -> Int? {
    Int(path.split(separator: "/")[1].prefix { $0.isNumber })
}

@Suite struct `The house` {
    @Test(arguments: swiftFiles("Sources"))
    func `a floor imports only floors below it`(_ path: String) throws {
        let module = String(path.split(separator: "/")[2])
        guard let own = floors.firstIndex(of: module) else { return }
        for name in try imports(path) where floors.firstIndex(of: name) != nil {
            #expect(floors.firstIndex(of: name)! < own, "\(path) imports \(name)")
        }
    }

    @Test(arguments: swiftFiles("Sources") + swiftFiles("Benchmarks"))
    func `the engine imports no chapter`(_ path: String) throws {
        let chapters = try imports(path).filter { $0.hasPrefix("Chapter") }
        #expect(chapters.isEmpty, "\(path) imports \(chapters)")
    }

    @Test(arguments: swiftFiles("Chapters"))
    func `a chapter imports only earlier chapters`(_ path: String) throws {
        let own = try #require(chapterNumber(path))
        for name in try imports(path) where name.hasPrefix("Chapter") && !path.contains("/Run/") {
            let other = try #require(Int(name.dropFirst("Chapter".count)))
            #expect(other < own, "\(path) imports \(name)")
        }
    }

    @Test(arguments: ["Sources", "Chapters", "Benchmarks", "Tests"].flatMap(swiftFiles))
    func `a file is short enough to read`(_ path: String) throws {
        let lines = try text(path).split(separator: "\n", omittingEmptySubsequences: false).count
        #expect(lines <= 251, "\(path) has \(lines) lines: is it one idea?")
    }

    @Test(
        arguments: swiftFiles("Chapters").filter {
            !$0.contains("/Run/") && $0.split(separator: "/")[2].first!.isNumber
        })
    func `a page begins with its title and its section of the book`(_ path: String) throws {
        let lines = try text(path).split(separator: "\n", omittingEmptySubsequences: false)
        let section = try #require(Int(path.split(separator: "/")[2].prefix { $0.isNumber }))
        let chapter = try #require(chapterNumber(path))
        #expect(lines[0].hasPrefix("// # "))
        #expect(lines[2].hasPrefix("// Section \(chapter).\(section) · After this page you"))
    }
}
