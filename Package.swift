// swift-tools-version: 6.2
import PackageDescription

// Every engine target is compiled optimised, also in debug builds: a chapter is run with
// plain `swift run` and must not wait for its arithmetic.
let optimised: [SwiftSetting] = [.unsafeFlags(["-O", "-disable-batch-mode", "-wmo", "-num-threads", "2"])]

// The inner loops alone drop their checks (Tensors has made them), take square roots without asking
// for an error number, and use all that this machine's processor offers.
let unchecked = ["-Ounchecked", "-disable-batch-mode", "-wmo", "-num-threads", "2", "-Xcc", "-fno-math-errno"]
#if arch(x86_64)
    let kernels: [SwiftSetting] = [.unsafeFlags(unchecked + ["-Xcc", "-march=native"])]
#else
    let kernels: [SwiftSetting] = [.unsafeFlags(unchecked)]
#endif

/// A floor of the engine: its module, and the floors below it that it may import.
func engine(_ name: String, on floors: [Target.Dependency] = [], settings: [SwiftSetting] = optimised) -> Target {
    .target(name: name, dependencies: floors, swiftSettings: settings)
}

/// Everything that belongs to one chapter, "04-DigitClassifier": its library, the executable that runs it, the reader's
/// stubs, the solutions, the program that checks both, and its tests.
func chapter(_ folder: String, on others: [Target.Dependency] = []) -> [Target] {
    let number = folder.prefix(2)
    let floors: [Target.Dependency] = ["Tensors", "Layers", "Training", "Datasets", "Figures", "Notebook"]
    let practice: [Target.Dependency] = ["Practice", "Tensors", "Layers", "Training", "Datasets"]
    func own(_ name: String) -> Target.Dependency { .target(name: "\(name)\(number)") }
    return [
        .target(
            name: "Chapter\(number)", dependencies: floors + others, path: "Chapters/\(folder)", exclude: ["Run"]),
        .executableTarget(name: "ch\(number)", dependencies: [own("Chapter")], path: "Chapters/\(folder)/Run"),
        .target(name: "Exercises\(number)", dependencies: practice, path: "Exercises/\(folder)"),
        .target(name: "Solutions\(number)", dependencies: practice, path: "Solutions/\(folder)"),
        .executableTarget(
            name: "Checks\(number)", dependencies: practice + [own("Exercises"), own("Solutions")],
            path: "Checks/\(folder)"),
        tests("Chapter\(number)", on: floors + ["Questions", own("Chapter")]),
    ]
}

/// The tests of a module.
func tests(_ module: String, on others: [Target.Dependency] = [], exclude: [String] = []) -> Target {
    .testTarget(name: "\(module)Tests", dependencies: others + ["TestSupport"], exclude: exclude)
}

let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

// Adding a chapter's folder here gives it all of its targets.
let chapters = ["04-DigitClassifier"]
let checks: [Target.Dependency] = chapters.map { .target(name: "Checks\($0.prefix(2))") }

let package = Package(
    name: "GroundUp",
    platforms: [.macOS("26.0")],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2")
    ],
    targets: [
        .systemLibrary(
            name: "COpenBLAS", pkgConfig: "openblas", providers: [.apt(["libopenblas-dev"]), .brew(["openblas"])]),
        .systemLibrary(name: "CPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"]), .brew(["libpng"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
        engine("Kernels", on: ["COpenBLAS"], settings: kernels),
        engine("Tensors", on: ["Kernels"]),
        engine("Layers", on: ["Tensors"]),
        engine("Training", on: ["Layers"]),
        engine("Datasets", on: ["Kernels", "Tensors", "CPNG", "CZlib"]),
        engine("Figures", on: ["Tensors", "CPNG"]),
        engine("Notebook", on: ["Kernels", "Training", "Datasets", "Figures", arguments]),

        .executableTarget(name: "data", dependencies: ["Datasets", arguments], path: "Sources/DataCommand"),
        .executableTarget(
            name: "bench",
            dependencies: ["COpenBLAS", "Kernels", "Tensors", "Layers", "Training", "Datasets", arguments],
            path: "Benchmarks", exclude: ["compare.py", "torch_reference.py", "RESULTS.md"], swiftSettings: optimised),
        .executableTarget(name: "doctor", dependencies: ["Kernels", "Datasets"]),
        .target(name: "Shell"),
        .target(name: "Practice", dependencies: ["Tensors"]),
        .target(name: "Board", dependencies: ["Practice", "Shell"]),
        .executableTarget(name: "exercises", dependencies: ["Board", "Shell", arguments]),
        .target(name: "Questions"),
        .target(name: "Quiz", dependencies: ["Questions", "Shell"]),
        .executableTarget(name: "ask", dependencies: ["Quiz", "Questions", "Shell", arguments]),
        .target(name: "Weaving", dependencies: ["Notebook", "Board", "Questions"]),
        .executableTarget(name: "book", dependencies: ["Weaving", "Board", arguments]),

        .target(name: "TestSupport", dependencies: ["Tensors"], path: "Tests/TestSupport", swiftSettings: optimised),
        .executableTarget(name: "Checks99", dependencies: ["Practice"], path: "Tests/Fixtures/Checks99"),
        tests("House"),
        tests("Kernels", on: ["Kernels"]),
        tests("Tensors", on: ["Tensors", "Kernels"]),
        tests("Layers", on: ["Layers", "Tensors"]),
        tests("Training", on: ["Training", "Layers", "Tensors", "Kernels"]),
        tests("Golden", on: ["Training", "Layers", "Tensors"], exclude: ["Fixtures"]),
        tests("Datasets", on: ["Datasets", "Tensors", "CPNG", "CZlib"]),
        tests("Figures", on: ["Figures", "Tensors"]),
        tests("Notebook", on: ["Notebook", "Training", "Figures", "Tensors"]),
        tests("Shell", on: ["Shell"]),
        tests("Questions", on: ["Questions"]),
        tests("Quiz", on: ["Quiz", "Questions", "Shell", "ask"]),
        tests("Board", on: ["Board", "Practice", "Shell", "Checks99", "exercises"]),
        tests("Weaving", on: ["Weaving", "Notebook", "Figures", "Tensors", "Board", "Questions"]),
        tests("Exercises", on: ["Board", "Practice", "Tensors", "Checks99"] + checks),
    ] + chapters.flatMap { chapter($0) }
)
