// Who may import whom. SwiftPM lets a file import any module that happens to be built already; here it may not.

import Common
import Foundation
import Testing

/// What comes with Swift and the system, and needs no line in Package.swift.
private let ofTheToolchain: Set = [
    "Foundation", "FoundationNetworking", "Synchronization", "RegexBuilder", "Dispatch", "Testing", "Glibc", "Darwin",
    "PackageDescription",
]

@Suite struct `The floors of the house` {
    @Test(arguments: rooms.flatMap(swiftFiles).filter { !$0.hasPrefix("Tests/Fixtures/") })
    func `a file imports only what its module declares`(_ path: String) throws {
        let manifest = try manifest.get()
        let own = try #require(
            module(of: path, in: manifest), "\(path) is in no module of Package.swift; move it into one")
        let declared = try #require(manifest.dependencies[own], "Package.swift has no module \(own) for \(path)")
        for name in try imports(path) where name != own && !ofTheToolchain.contains(name) {
            #expect(
                declared.contains(name),
                "\(path) imports \(name), which \(own) does not declare; add it in Package.swift, or do without it")
        }
    }

    @Test(arguments: (["Sources", "Benchmarks"]).flatMap(swiftFiles))
    func `the engine and its tools know no chapter by name`(_ path: String) throws {
        let chapters = try imports(path).filter {
            $0.wholeMatch(of: /(?:Chapter|Exercises|Solutions|Checks)\d+/) != nil
        }
        #expect(
            chapters.isEmpty,
            "\(path) imports \(chapters.joined(separator: ", ")); move what it needs into a module that all chapters share"
        )
    }

    @Test(arguments: ["Chapters", "Exercises", "HintsAndSolutions", "Checks"].flatMap(swiftFiles))
    func `a chapter imports only earlier chapters`(_ path: String) throws {
        let own = try #require(chapterNumber(of: path), "\(path) is in no folder like Chapters/04-Title; move it there")
        // The program that runs a chapter, and its exercises, stand on the chapter itself.
        let mayImportItself = !path.hasPrefix("Chapters/") || path.contains("/Run/")
        for name in try imports(path) {
            guard let other = name.wholeMatch(of: /Chapter(\d+)/).flatMap({ Int($0.output.1) }) else { continue }
            #expect(
                other < own || mayImportItself && other == own,
                "\(path) imports \(name), which comes later; move what it needs into the engine or into an earlier chapter"
            )
        }
    }

    /// The rows of the table of floors in ARCHITECTURE.md, each with its modules.
    static let table: [[String]] = lines(of: (try? read("ARCHITECTURE.md")) ?? "").compactMap { line in
        line.wholeMatch(of: /\| ((?:`\w+` ?)+)\| .+ \|/).map { row in
            row.output.1.split(separator: " ").map { String($0.filter { $0 != "`" }) }
        }
    }

    @Test func `arrows point down`() throws {
        let manifest = try manifest.get()
        var above: Set<String> = []
        for row in Self.table {
            for module in row {
                let needs = (manifest.dependencies[module] ?? []).filter { Self.table.joined().contains($0) }
                let wrong = needs.subtracting(above).sorted()
                #expect(
                    wrong.isEmpty,
                    "\(module) imports \(wrong.joined(separator: ", ")), below it in ARCHITECTURE.md's table; turn the arrow around, or move the row"
                )
            }
            above.formUnion(row)
        }
    }

    @Test func `the table of floors has every module, and no other`() throws {
        let named = Set(Self.table.joined())
        let manifest = try manifest.get()
        let there = Set(files("Sources").compactMap { module(of: $0, in: manifest) } + ["bench"])
        let (missing, gone) = (there.subtracting(named).sorted(), named.subtracting(there).sorted())
        #expect(
            missing.isEmpty, "ARCHITECTURE.md's table of floors lacks \(missing.joined(separator: ", ")); add a row")
        #expect(
            gone.isEmpty,
            "ARCHITECTURE.md's table of floors names \(gone.joined(separator: ", ")), which is gone; delete it")
    }
}

@Suite struct `Package.swift as the rules read it` {
    @Test func `says what each kind of module may import`() throws {
        let source = #"""
            let floors: [Target.Dependency] = ["Tensors", "Figures"]
            let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
            let checks: [Target.Dependency] = chapters.map { .target(name: "Checks\($0.prefix(2))") }
            func chapter() {
                .target(name: "Chapter\(number)", dependencies: floors + others, path: "Chapters/\(folder)"),
                .executableTarget(name: "ch\(number)", dependencies: [own("Chapter")], path: "Chapters/\(folder)/Run"),
            }
            // floor("Dream", on: ["Sleep"]),
            floor("Tensors", on: ["Kernels"], settings: kernels), floor("Alone"),
            command("book", on: ["Weaving"]),
            tests("Exercises", in: "Practice", on: ["Board"] + checks),
            .executableTarget(name: "bench", dependencies: ["Tensors", arguments], path: "Benchmarks"),
            """#
        let manifest = Manifest(source, chapters: ["04", "13"])
        #expect(
            manifest.dependencies == [
                "Chapter04": ["Tensors", "Figures"], "Chapter13": ["Tensors", "Figures"], "ch04": ["Chapter04"],
                "ch13": ["Chapter13"], "Checks04": [], "Checks13": [], "Tensors": ["Kernels"], "Alone": [],
                "book": ["Weaving", "ArgumentParser"],
                "ExercisesTests": ["Board", "Checks04", "Checks13", "TestSupport"],
                "bench": ["Tensors", "ArgumentParser"],
            ])
    }
}
