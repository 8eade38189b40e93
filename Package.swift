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

let package = Package(
    name: "GroundUp",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    ],
    targets: [
        .systemLibrary(name: "COpenBLAS", pkgConfig: "openblas", providers: [.apt(["libopenblas-dev"]), .brew(["openblas"])]),
        engine("Kernels", on: ["COpenBLAS"], settings: kernels),
        engine("Tensors", on: ["Kernels"]),
        engine("Layers", on: ["Tensors"]),
        engine("Training", on: ["Layers"]),
    ]
)
