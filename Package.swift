// swift-tools-version: 6.2
import PackageDescription

// Every engine target is compiled optimized, also in debug builds: a chapter is run with
// plain `swift run` and must not wait for its arithmetic.
let optimized: [SwiftSetting] = [.unsafeFlags(["-O", "-disable-batch-mode", "-wmo", "-num-threads", "2"])]

// The inner loops alone drop their checks (Tensors has made them), take square roots without asking
// for an error number, and use all that this machine's processor offers.
let unchecked = ["-Ounchecked", "-disable-batch-mode", "-wmo", "-num-threads", "2", "-Xcc", "-fno-math-errno"]
#if arch(x86_64)
    // On Intel's server processors LLVM would rather not use the widest vectors; our loops are written for them.
    let widest = ["-Xclang", "-target-feature", "-Xclang", "-prefer-256-bit"]
    let kernels: [SwiftSetting] = [.unsafeFlags(unchecked + (["-march=native"] + widest).flatMap { ["-Xcc", $0] })]
#else
    let kernels: [SwiftSetting] = [.unsafeFlags(unchecked)]
#endif

/// A floor of the engine, or what stands on it in another room of `Sources`: its module, and what it may import.
func floor(
    _ name: String, in room: String = "Engine", on floors: [Target.Dependency] = [],
    settings: [SwiftSetting] = optimized
) -> Target {
    .target(name: name, dependencies: floors, path: "Sources/\(room)/\(name)", swiftSettings: settings)
}

/// A library of the operating system: a module map, no code.
func system(_ name: String, pkgConfig: String, apt: String, brew: String) -> Target {
    .systemLibrary(
        name: name, path: "Sources/System/\(name)", pkgConfig: pkgConfig, providers: [.apt([apt]), .brew([brew])])
}

/// A program besides the chapters, in a folder of its name.
func command(_ name: String, on others: [Target.Dependency]) -> Target {
    .executableTarget(name: name, dependencies: others + [arguments], path: "Sources/Commands/\(name)")
}

/// Everything that belongs to one chapter, "04-DigitClassifier": its library, the executable that runs it, the reader's
/// stubs, the solutions, the program that checks both, and its tests.
///
/// - Parameter book: the folder that Chapters, Exercises and so on lie in, with a slash at its end; "" for the project.
func chapter(_ folder: String, of book: String = "", on others: [Target.Dependency] = []) -> [Target] {
    let number = folder.prefix(2)
    let floors: [Target.Dependency] = [
        "Common", "Tensors", "Safetensors", "TorchFiles", "Layers", "Training", "Datasets", "Figures", "Notebook",
    ]
    func own(_ name: String) -> Target.Dependency { .target(name: "\(name)\(number)") }
    // Exercises may build on what the chapter itself has built.
    let practice: [Target.Dependency] = [
        "Practice", "Common", "Tensors", "Layers", "Training", "Datasets", own("Chapter"),
    ]
    let stubs = book.isEmpty ? answers : "\(book)Exercises"
    return [
        .target(
            name: "Chapter\(number)",
            dependencies: floors + others + modules(builtOn[folder]), path: "\(book)Chapters/\(folder)",
            exclude: ["Run"]),
        .executableTarget(name: "ch\(number)", dependencies: [own("Chapter")], path: "\(book)Chapters/\(folder)/Run"),
        .target(
            name: "Exercises\(number)", dependencies: practice + modules(builtOn[folder]), path: "\(stubs)/\(folder)"),
        .target(
            name: "Solutions\(number)", dependencies: practice + modules(builtOn[folder]),
            path: "\(book)HintsAndSolutions/\(folder)"),
        .executableTarget(
            name: "Checks\(number)",
            dependencies: practice + modules(builtOn[folder]) + [own("Exercises"), own("Solutions")],
            path: "\(book)Checks/\(folder)"),
        .testTarget(
            name: "Chapter\(number)Tests",
            dependencies: floors + others + modules(builtOn[folder]) + [
                own("Chapter"), own("Checks"), "ChapterSupport", "TestSupport",
            ],
            path: "\(book)Tests/Chapters/\(folder)"),
    ]
}

/// Modules by their names.
func modules(_ names: [String]?) -> [Target.Dependency] { (names ?? []).map { .target(name: $0) } }

/// The tests of a module, in a room of `Tests`.
func tests(
    _ module: String, in room: String, on others: [Target.Dependency] = [], exclude: [String] = [],
    settings: [SwiftSetting] = []
) -> Target {
    .testTarget(
        name: "\(module)Tests", dependencies: others + ["TestSupport"], path: "Tests/\(room)/\(module)Tests",
        exclude: exclude, swiftSettings: settings)
}

// `exercises check` names a copy of Exercises here in which a stub stands for an answer that does not compile.
let answers = Context.environment["GROUNDUP_ANSWERS"] ?? "Exercises"
let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

// Adding a chapter's folder here gives it all of its targets.
let chapters = [
    "01-FirstModels",
    "02-ModelToProduction",
    "03-DataEthics",
    "04-DigitClassifier",
    "05-ImageClassification",
    "06-OtherVisionProblems",
    "07-StateOfTheArt",
    "08-CollaborativeFiltering",
    "09-TabularModeling",
    "10-FilmReviews",
    "11-DataPipelines",
    "12-LanguageModel",
    "13-ConvolutionalNets",
    "14-ResidualNets",
    "15-Architectures",
    "16-TrainingProcess",
    "17-Foundations",
    "18-WhereItLooks",
    "19-LearnerFromScratch",
    "20-WhatNext",
    "21-BirdsAndAirplanes",
]

/// What a chapter needs besides the engine: earlier chapters, and the floor of its kind of data.
let builtOn: [String: [String]] = [
    "01-FirstModels": ["Vision", "Tabular", "Text"],
    "02-ModelToProduction": ["Vision", "Tabular"],
    "03-DataEthics": ["Tabular"],
    "05-ImageClassification": ["Vision", "Kernels"],
    "06-OtherVisionProblems": ["Vision", "Tabular"],
    "07-StateOfTheArt": ["Vision"],
    "09-TabularModeling": ["Tabular"],
    "10-FilmReviews": ["Text", "Vision"],
    "11-DataPipelines": ["Vision", "Text"],
    "15-Architectures": ["Vision", "Text", "Tabular"],
    "18-WhereItLooks": ["Chapter14"],
]
/// Chapter 2 answers browsers, by way of a small HTTP server.
let librariesOf: [String: [Target.Dependency]] = [
    "02-ModelToProduction": [
        .product(name: "FlyingFox", package: "FlyingFox"), .product(name: "FlyingSocks", package: "FlyingFox"),
    ]
]
/// What the floors for photos, tables and texts stand on.
let engine: [Target.Dependency] = [
    "Common", "Kernels", "Tensors", "Safetensors", "Layers", "Training", "Datasets", "Figures", "Notebook",
]
let checks: [Target.Dependency] = chapters.map { .target(name: "Checks\($0.prefix(2))") }

let package = Package(
    name: "GroundUp",
    platforms: [.macOS("26.0")],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/swhitty/FlyingFox", exact: "0.27.1"),
    ],
    targets: [
        system("COpenBLAS", pkgConfig: "openblas", apt: "libopenblas-dev", brew: "openblas"),
        system("CJPEG", pkgConfig: "libturbojpeg", apt: "libturbojpeg0-dev", brew: "jpeg-turbo"),
        system("CPNG", pkgConfig: "libpng", apt: "libpng-dev", brew: "libpng"),
        system("CZlib", pkgConfig: "zlib", apt: "zlib1g-dev", brew: "zlib"),
        .systemLibrary(name: "CSpawn", path: "Sources/System/CSpawn"),

        floor("Common", in: ".", on: ["CSpawn"]),
        floor("Kernels", on: ["COpenBLAS"], settings: kernels),
        floor("Tensors", on: ["Kernels"]),
        floor("PNGFormat", in: "Data", on: ["Kernels", "CPNG", "CZlib"]),
        floor("JPEGFormat", in: "Data", on: ["Kernels", "CJPEG"]),
        floor("Safetensors", on: ["Common", "Tensors"]),
        floor("TorchFiles", on: ["Common", "Tensors", "Safetensors", "CZlib"]),
        floor("Layers", on: ["Tensors", "Safetensors", "TorchFiles"]),
        floor("Training", on: ["Kernels", "Tensors", "Layers", "Safetensors"]),
        floor(
            "Datasets", in: "Data", on: ["Common", "Kernels", "Tensors", "PNGFormat", "JPEGFormat", "CZlib"]),
        floor("Figures", in: "Book", on: ["Common", "Kernels", "Tensors", "PNGFormat", "JPEGFormat"]),
        floor(
            "Notebook", in: "Book", on: ["Common", "Kernels", "Tensors", "Training", "Datasets", "Figures", arguments]),

        floor("Vision", in: "Applications", on: engine + ["PNGFormat", "JPEGFormat"]),
        floor("Tabular", in: "Applications", on: engine),
        floor("Text", in: "Applications", on: engine),

        floor("Practice", in: "Practice", on: ["Common", "Tensors"], settings: []),
        floor("Board", in: "Practice", on: ["Practice", "Common"], settings: []),
        floor("Questions", in: "Practice", on: ["Common"], settings: []),
        floor("Quiz", in: "Practice", on: ["Questions", "Common"], settings: []),
        floor("Weaving", in: "Book", on: ["Common", "Figures", "Notebook", "Board", "Questions"], settings: []),

        command("data", on: ["Common", "Datasets"]),
        command("doctor", on: ["Common", "Kernels", "Datasets"]),
        command("exercises", on: ["Board", "Common"]),
        command("ask", on: ["Quiz", "Questions", "Common"]),
        command("explain", on: ["Common", "Tensors"]),
        command("book", on: ["Common", "Weaving", "Board"]),
        .executableTarget(
            name: "bench",
            dependencies: [
                "Common", "Kernels", "Tensors", "Layers", "Training", "Datasets", "Vision", "Tabular", "Text",
                "Chapter19", arguments,
            ],
            path: "Benchmarks", exclude: ["compare.py", "torch_reference.py", "Results"],
            swiftSettings: optimized),

        .target(name: "TestSupport", dependencies: ["Tensors"], path: "Tests/TestSupport", swiftSettings: optimized),
        .target(
            name: "ChapterSupport",
            dependencies: [
                "Common", "Datasets", "Figures", "Notebook", "Questions", "Board", "Practice", "TestSupport",
            ],
            path: "Tests/ChapterSupport", swiftSettings: optimized),
        .executableTarget(name: "Checks99", dependencies: ["Practice"], path: "Tests/Fixtures/Checks99"),
        tests("House", in: ".", on: ["Common"]),
        tests("Common", in: ".", on: ["Common"]),
        tests(
            "Fuzz", in: ".",
            on: [
                "Common", "Kernels", "Tensors", "Safetensors", "TorchFiles", "Datasets", "Notebook", "Board",
                "Questions", "Quiz", "Weaving", "Figures", "Layers", "Training", "Vision", "Tabular", "Text", "CZlib",
                "Chapter01", "Chapter03", "Chapter06", "Chapter14", "Chapter15", "Chapter19", "Chapter20",
            ]),
        tests("Kernels", in: "Engine", on: ["Kernels"]),
        tests("Tensors", in: "Engine", on: ["Tensors", "Kernels"]),
        tests("Operations", in: "Engine", on: ["Tensors"], settings: optimized),
        tests("Safetensors", in: "Engine", on: ["Safetensors", "Tensors"]),
        tests("TorchFiles", in: "Engine", on: ["TorchFiles", "Safetensors", "Tensors", "Kernels", "CZlib"]),
        tests("Layers", in: "Engine", on: ["Layers", "Safetensors", "TorchFiles", "Tensors", "Kernels"]),
        tests("Training", in: "Engine", on: ["Training", "Layers", "Safetensors", "Tensors", "Kernels"]),
        tests("Golden", in: "Engine", on: ["Training", "Layers", "Safetensors", "Tensors"], exclude: ["Fixtures"]),
        tests("JPEGFormat", in: "Data", on: ["JPEGFormat", "Kernels"]),
        tests(
            "Datasets", in: "Data",
            on: ["Common", "Datasets", "Tensors", "PNGFormat", "JPEGFormat", "CZlib", "data"]),
        tests("Figures", in: "Book", on: ["Common", "Figures", "PNGFormat", "JPEGFormat", "Kernels", "Tensors"]),
        tests("Notebook", in: "Book", on: ["Common", "Notebook", "Datasets", "Training", "Figures", "Tensors"]),
        tests("Vision", in: "Applications", on: engine + ["PNGFormat", "JPEGFormat", "Vision"]),
        tests("Tabular", in: "Applications", on: engine + ["Tabular"]),
        tests("Text", in: "Applications", on: engine + ["Text"]),
        tests(
            "Weaving", in: "Book",
            on: ["Common", "Weaving", "Notebook", "Figures", "Tensors", "Board", "Questions", "Chapter98"]),
        tests("Questions", in: "Practice", on: ["Common", "Questions"]),
        tests("Quiz", in: "Practice", on: ["Quiz", "Questions", "Common", "ask"]),
        tests("Board", in: "Practice", on: ["Board", "Practice", "Common", "Tensors", "Checks99", "exercises"]),
        tests("Explain", in: "Commands", on: ["explain", "Common", "Tensors"]),
        tests("Doctor", in: "Commands", on: ["doctor", "Kernels"]),
        tests("Exercises", in: "Practice", on: ["Common", "Board", "Practice", "Tensors", "Checks99"] + checks),
    ] + chapters.flatMap { chapter($0, on: librariesOf[$0] ?? []) }
        + chapter("98-Doubling", of: "Tests/SmallBook/")
)
