// # One file for a model of tables
//
// A safetensors file: the numbers of the net under their names, and in its metadata what the net is made of and what
// has to be done with a row before the net sees it. Nothing in it is run, and everything is checked before it is used.

import Common
import Foundation
import Safetensors
import Tensors

/// A net with all that is needed to use it.
public struct SavedTabularModel {
    public let model: TabularModel
    public let recipe: TabularRecipe

    private static let version = "1"

    /// What the net says of rows as they come, [rows, outputs].
    /// - Throws: ``TableProblem``.
    public func predict(_ frame: DataFrame) throws -> Tensor {
        model.predictions(TabularRows(recipe, try recipe(frame)).inputs)
    }

    func write(to file: URL) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let plan = String(decoding: try encoder.encode(model.plan), as: UTF8.self)
        do {
            try model.save(
                to: file, metadata: ["tabular model": Self.version, "plan": plan, "recipe": try recipe.json])
        } catch let error as SafetensorsError {
            throw TableProblem(error)
        }
    }

    /// Reads what `export` has written.
    /// - Throws: ``TableProblem`` for a file that is missing, damaged, or of another kind.
    public init(_ file: URL) throws {
        func refuse(_ problem: String, _ advice: String? = "exporting the model again") -> TableProblem {
            TableProblem(file.path, problem, try: advice)
        }
        let content: SafetensorsFile
        do { content = try SafetensorsFile(reading: file) } catch let error as SafetensorsError {
            throw refuse(error.problem, error.advice)
        }
        guard let version = content.metadata["tabular model"] else {
            throw refuse("it holds tensors, but no model of tables", "a file that `export(to:)` has written")
        }
        guard version == Self.version else {
            throw refuse("it is of version \(version), and this program reads \(Self.version)", nil)
        }
        let (planText, recipeText) = (content.metadata["plan"] ?? "", content.metadata["recipe"] ?? "")
        guard let plan = try? JSONDecoder().decode(TabularPlan.self, from: Data(planText.utf8)),
            let recipe = try? TabularRecipe(json: recipeText)
        else { throw refuse("what it says of its model is damaged") }
        let state = content.tensors.compactMapValues { tensor -> Tensor? in
            if case .floats(let value) = tensor { value } else { nil }
        }
        guard plan.fits(recipe, state), state.count == content.tensors.count,
            state.values.allSatisfy({ $0.scalars.allSatisfy(\.isFinite) })
        else { throw refuse("its numbers are not those of the net that it describes") }
        var random = SplitMix64(seed: 0)
        let model = TabularModel(plan, using: &random)
        do { try model.load(state) } catch { throw refuse("\(error)") }
        model.eval()
        (self.model, self.recipe) = (model, recipe)
    }

    init(_ model: TabularModel, _ recipe: TabularRecipe) { (self.model, self.recipe) = (model, recipe) }
}

extension TabularPlan {
    /// Whether a net of this plan belongs to rows of this recipe and has tensors of these shapes. They are compared
    /// before a net is made, so that no more memory is taken for it than the file itself has bytes.
    fileprivate func fits(_ recipe: TabularRecipe, _ state: [String: Tensor]) -> Bool {
        guard levels == recipe.categorify.counts, levels.count == widths.count, numbers == recipe.continuous.count,
            outputs == recipe.targetClasses?.count ?? 1, (0..<1).contains(dropout), (0..<1).contains(embeddingDropout),
            (widths + layers + [outputs]).allSatisfy({ $0 > 0 && $0 < 1 << 24 }), inputs > 0
        else { return false }
        let tables = levels.indices.allSatisfy { state["embeddings.\($0).weight"]?.shape == [levels[$0], widths[$0]] }
        let stride = dropout > 0 ? 4 : 3
        let sizes = [inputs] + layers + [outputs]
        return tables
            && (0...layers.count).allSatisfy {
                state["layers.layers.\($0 * stride).weight"]?.shape == [sizes[$0 + 1], sizes[$0]]
            }
    }
}

extension TabularLearner {
    /// Writes the net with all that is needed to use it to one file. (The book's `export`.)
    /// - Throws: ``TableProblem``; what was there before is still there.
    public func export(to file: URL) throws { try SavedTabularModel(model, data.recipe).write(to: file) }
}
