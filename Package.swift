// swift-tools-version: 6.1
import PackageDescription

// Every engine target is compiled optimised, also in debug builds: a chapter is run with
// plain `swift run` and must not wait for its arithmetic.
let optimised: [SwiftSetting] = [.unsafeFlags(["-O", "-disable-batch-mode", "-wmo", "-num-threads", "2"])]

// The inner loops alone drop their checks (Tensors has made them) and use all that this
// machine's processor offers.
#if arch(x86_64)
let kernels: [SwiftSetting] = [.unsafeFlags(["-Ounchecked", "-disable-batch-mode", "-wmo", "-num-threads", "2", "-Xcc", "-march=native"])]
#else
let kernels: [SwiftSetting] = [.unsafeFlags(["-Ounchecked", "-disable-batch-mode", "-wmo", "-num-threads", "2"])]
#endif

/// A floor of the engine: its module, and the floors below it that it may import.
func engine(_ name: String, on floors: [Target.Dependency] = [], settings: [SwiftSetting] = optimised) -> Target {
    .target(name: name, dependencies: floors, swiftSettings: settings)
}

/// A chapter of the book: its library, and the executable that runs it.
func chapter(_ number: String, _ name: String, on others: [Target.Dependency] = []) -> [Target] {
    let floors: [Target.Dependency] = ["Tensors", "Layers", "Training", "Datasets", "Figures", "Notebook"]
    let library = "Chapter\(number)"
    return [
        .target(name: library, dependencies: floors + others, path: "Chapters/\(number)-\(name)", exclude: ["Run"]),
        .executableTarget(
            name: "ch\(number)", dependencies: [.init(stringLiteral: library)], path: "Chapters/\(number)-\(name)/Run"),
    ]
}

let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "GroundUp",
    platforms: [.macOS(.v15)],
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
        engine("Figures", on: ["Tensors", "CPNG"]),
        engine("Datasets", on: ["Kernels", "Tensors", "CPNG", "CZlib"]),
        engine("Notebook", on: ["Kernels", "Training", "Datasets", "Figures", arguments]),
    ] + chapter("04", "DigitClassifier")
)
