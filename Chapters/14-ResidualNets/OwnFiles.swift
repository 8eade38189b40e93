// `swift run ch14 --weights FILE --image FILE --classes FILE`: options that the other chapters do not have.

import Common
import Figures
import Foundation
import Layers
import Notebook
import Safetensors
import Tensors

extension ResidualNets {
    /// The files that the reader named, by option.
    @TaskLocal public static var files: [String: URL] = [:]

    /// Runs the chapter as a program that also understands these options. With weights and no section, it runs the
    /// section that uses them.
    public static func mainWithFiles() {
        do {
            let (files, others) = try FileOptions("--weights", "--image", "--classes")
                .taken(from: Array(CommandLine.arguments.dropFirst()))
            let hasSection = others.contains { $0.hasPrefix("--section") }
            $files.withValue(files) { main(files.isEmpty || hasSection ? others : others + ["--section", "9"]) }
        } catch {
            warn("ch14: \(sentence(for: error))")
            exit(64)
        }
    }
}

/// A net for photos, and what its scores stand for.
struct PhotoModel {
    let net: any Layer<Tensor, Tensor>
    /// "ResNet-50", for captions.
    let title: String
    let names: [String]
    let isForCIFAR: Bool

    /// The name of a class; its number if there are no names.
    func name(of place: Int) -> String { place < names.count ? names[place] : "number \(place)" }
}

extension ResidualNets {
    /// The reader's photo, or the first picture to check with.
    var ownPhoto: Raster {
        get throws {
            if let file = Self.files["--image"] { return try Raster(png: file) }
            return Raster(try source.contents.valid[0])
        }
    }

    /// The net of the reader's weights, or a new one.
    /// - Throws: `SafetensorsError`, `StateMismatch` or `Refusal` for a file that is no weights, or of another net.
    var ownModel: PhotoModel {
        get throws {
            let names = try Self.files["--classes"].map(linesOfText(in:)) ?? []
            guard let file = Self.files["--weights"] else {
                return PhotoModel(net: torchvisionNet, title: "a new ResNet-18", names: names, isForCIFAR: false)
            }
            var random = run.random
            let tensors = try SafetensorsFile(reading: file).tensors
            let shapes = tensors.mapValues(\.shape)
            if shapes["linear.weight"] == [10, 64] {
                let blocks = (0..<200).prefix { shapes["layer1.\($0).conv1.weight"] != nil }.count
                let net = CIFARResNet(blocks: blocks, using: &random)
                try net.load(torchTensors: tensors)
                let known = names.isEmpty ? CIFARResNet.classes : names
                return PhotoModel(net: net, title: "ResNet-\(6 * blocks + 2)", names: known, isForCIFAR: true)
            }
            guard let (plan, classes) = ResNet.plan(ofTorchShapes: shapes) else {
                throw Refusal(
                    "--weights \(file.path): these are not the weights of a ResNet by torchvision's names "
                        + "(layer1.0.conv1.weight … fc.bias)")
            }
            let net = ResNet(plan, classes: classes, using: &random)
            try net.load(torchTensors: tensors)
            return PhotoModel(net: net, title: plan.name, names: names, isForCIFAR: false)
        }
    }

    /// The lines of a text file, without empty ones.
    private func linesOfText(in file: URL) throws -> [String] {
        String(decoding: try readData(file), as: UTF8.self).split(whereSeparator: \.isNewline)
            .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }
}
