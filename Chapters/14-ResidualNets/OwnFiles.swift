// `swift run ch14 --weights FILE --image FILE --classes FILE`: options that the other chapters do not have.

import Common
import Figures
import Foundation
import Layers
import Notebook
import Safetensors
import Tensors
import TorchFiles

extension ResidualNets {
    /// The files that the reader named, by option.
    @TaskLocal public static var files: [String: URL] = [:]

    public static let ownOptions = [
        "--weights FILE: the weights of a ResNet by torchvision's names: safetensors, or a file of PyTorch (section 14.9).",
        "--image FILE: a photo, PNG or JPEG, that it should recognize.",
        "--classes FILE: the names of its classes, one in each line.",
    ]

    /// Runs the chapter as a program that also understands these options. With one of them and no section, it runs the
    /// section that uses them.
    public static func mainWithFiles() {
        do {
            let (files, others) = try FileOptions("--weights", "--image", "--classes")
                .taken(from: Array(CommandLine.arguments.dropFirst()))
            // What is wrong with a file is said now, and not after all that comes before.
            _ = try files["--image"].map { try photo($0) }
            _ = try files["--weights"].map { try PhotoModel(weights: $0, classes: files["--classes"]) }
            let hasSection = others.contains { $0.hasPrefix("--section") }
            $files.withValue(files) { main(files.isEmpty || hasSection ? others : others + ["--section", "9"]) }
        } catch {
            warn("ch14: \(sentence(for: error))")
            exit(64)
        }
    }

    /// The reader's photo, or the first validation picture.
    var ownPhoto: Raster {
        get throws {
            if let file = Self.files["--image"] { return try photo(file) }
            return Raster(try source.contents.valid[0])
        }
    }

    /// The net of the reader's weights, or a new one.
    var ownModel: PhotoModel {
        get throws {
            let classes = Self.files["--classes"]
            if let file = Self.files["--weights"] { return try PhotoModel(weights: file, classes: classes) }
            return try PhotoModel(net: torchvisionNet, title: "a new ResNet-18", classes: classes, count: 1000)
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

    /// - Parameters:
    ///   - classes: a text file with their names, or nil.
    ///   - count: of scores.
    /// - Throws: `Refusal` if there is another number of names.
    init(net: any Layer<Tensor, Tensor>, title: String, classes: URL?, count: Int, known: [String] = []) throws {
        let lines = try classes.map { try readLines($0).map { trimmed($0) }.filter { !$0.isEmpty } }
        if let lines, let classes, lines.count != count {
            throw Refusal(
                "--classes \(classes.path): there are \(counted(lines.count, "name")) in it, and "
                    + "\(title) gives \(counted(count, "score"))")
        }
        (self.net, self.title, names, isForCIFAR) = (net, title, lines ?? known, net is CIFARResNet)
    }

    /// A net with the weights of a file.
    /// - Throws: `SafetensorsError`, `TorchFileError` or `Refusal` for a file that is no weights, or of another net.
    init(weights file: URL, classes: URL?) throws {
        let tensors = unwrapped(try readWeights(file))
        try refuseWhatNoNetHas(tensors, in: file.path)
        let shapes = tensors.mapValues(\.shape)
        var random = SplitMix64(seed: 0)  // every number is replaced
        do {
            if let blocks = CIFARResNet.blocks(ofTorchShapes: shapes) {
                let net = CIFARResNet(blocks: blocks, using: &random)
                try net.load(torchTensors: tensors)
                try self.init(
                    net: net, title: "ResNet-\(6 * blocks + 2)", classes: classes, count: 10,
                    known: CIFARResNet.classes)
            } else if let (plan, count) = ResNet.plan(ofTorchShapes: shapes) {
                let net = ResNet(plan, classes: count, using: &random)
                try net.load(torchTensors: tensors)
                try self.init(net: net, title: plan.name, classes: classes, count: count)
            } else {
                throw Refusal(
                    "--weights \(file.path): these are not the weights of a ResNet by torchvision's names "
                        + "(layer1.0.conv1.weight … fc.bias)")
            }
        } catch let mismatch as StateMismatch {
            throw Refusal("--weights \(file.path): \(mismatch)")
        }
    }

    /// The probability of each class for a prepared photo [classes].
    /// - Throws: `Refusal` if the net's numbers are so large that it says nothing.
    func probabilities(of x: Tensor) throws -> Tensor {
        net.eval()
        let shares = noGrad { net(x) }.softmax(axis: 1)[0]
        guard shares.sum().item.isFinite else {
            throw Refusal("\(title) gives scores that are no numbers: its weights are too large, or damaged")
        }
        return shares
    }
}

/// Tensors by the names of the net itself. Where it was trained on several graphics cards, all names begin with
/// `module.`.
private func unwrapped(_ tensors: [String: SavedTensor]) -> [String: SavedTensor] {
    let prefix = "module."
    guard tensors.keys.allSatisfy({ $0.hasPrefix(prefix) }) else { return tensors }
    return Dictionary(uniqueKeysWithValues: tensors.map { (String($0.dropFirst(prefix.count)), $1) })
}

/// Weights are numbers, and variances are not negative. A file that is damaged, or of a training that exploded, has
/// others, and the net would be quite sure of nonsense.
/// - Throws: `Refusal` that names the first tensor that is not so.
func refuseWhatNoNetHas(_ tensors: [String: SavedTensor], in path: String) throws {
    for (name, saved) in tensors.sorted(by: { $0.key < $1.key }) {
        guard case .floats(let values) = saved, values.count > 0 else { continue }
        let good = ((values * 0) .== 0).trueCount  // NaN and ∞ times 0 are NaN
        if good < values.count {
            throw Refusal(
                "\(path): \(values.count - good) of the \(counted(values.count, "value")) of \(name) are NaN or "
                    + "infinite, so these are no weights of a trained net. Fetch the file again")
        }
        if name.hasSuffix("running_var"), values.min().item < 0 {
            throw Refusal(
                "\(path): there is a variance below 0 in \(name), so these are no weights of a trained net. "
                    + "Fetch the file again")
        }
    }
}
