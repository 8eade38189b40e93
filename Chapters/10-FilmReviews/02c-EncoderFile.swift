// # Everything but the last layer
//
// Section 10.2 · After this page you can keep a net in a file, and know what an encoder is, and what is refused when
// one does not fit.

import Common
import Figures
import Foundation
import Notebook
import Tensors
import Text

// An epoch of the book takes twelve minutes. After the first one, it keeps the net in a file, so that nothing is lost
// if the next one goes wrong (its `save("1epoch")`, and `load`). Every net here has `save(to:)` and `load(from:)`:

extension FilmReviews {
    func wholeNet() throws {
        let trained = try languageModel
        var random = run.random
        try inTemporaryFolder { folder in
            let (whole, part) = (
                folder.appending(path: "1epoch.safetensors"), folder.appending(path: "encoder.safetensors")
            )
            try trained.net.save(to: whole)
            let net = LanguageModelNet(smallPlan(trained.vocabulary), using: &random)
            try net.load(from: whole)
            let text = IntTensor(shape: [1, 6], Array(trained.valid[0].prefix(6)))
            // Let both nets give their `scores` for a text:
            func scores(_ net: LanguageModelNet) -> Tensor {
                net.eval()
                net.reset()
                return noGrad { net(text) }
            }
            let difference = (scores(trained.net) - scores(net)).abs().max().item
            show(difference, "difference between the scores of the net and those of its copy")
            // The book's `load` does not take a file in which something is missing, and neither does this one. The file
            // of everything but the last layer is such a file:
            try trained.net.encoder.save(to: part, vocabulary: trained.vocabulary)
            var isRefused = false
            do { try net.load(from: part) } catch {
                isRefused = true
                let message = "\(error)".replacingOccurrences(of: folder.path + "/", with: "")
                show(message, "what is said of the file of an encoder")
            }
            show(
                isRefused, "part of a net is refused",
                predict: .yesNo("The file has everything but the last layer. Does `load` refuse it?", true))
        }
    }
}

// The part of a language model that guesses tokens is of no use to a classifier. What comes before it is: the
// embeddings and the LSTM. A net without the last layer, which belongs to the task, is called an *encoder*; for photos,
// the book says *body*. It is saved by itself (the book's `save_encoder`), together with its vocabulary: without that,
// nobody would know which token row 812 belongs to.

extension FilmReviews {
    func savedAndLoaded() throws {
        let trained = try languageModel
        let plan = smallPlan(trained.vocabulary)
        var random = run.random
        try inTemporaryFolder { folder in
            let file = folder.appending(path: "encoder.safetensors")
            try trained.net.encoder.save(to: file, vocabulary: trained.vocabulary)
            let classifier = TextClassifierNet(plan, classes: 2, using: &random)
            let shared = try classifier.encoder.load(from: file, vocabulary: trained.vocabulary)
            show(shared, "of \(trained.vocabulary.count) tokens have a row in the file")
            let text = IntTensor(shape: [1, 6], Array(trained.valid[0].prefix(6)))
            // Let both encoders `read` a text:
            func read(_ encoder: AWDLSTM) -> Tensor {
                encoder.eval()
                encoder.reset()
                return noGrad { encoder(text) }
            }
            let difference = (read(trained.net.encoder) - read(classifier.encoder)).abs().max().item
            show(
                difference, "difference of what the two encoders make of a text",
                predict: .number(
                    "How different is what both encoders make of a text?", difference, within: .plusMinus(1e-6)))

            // Texts that come later have other tokens. With another vocabulary, what both know is kept:
            let others = TokenVocabulary(of: try someTokens.at(0..<min(100, someTokens.count)))
            let small = AWDLSTM(smallPlan(others), dropouts: .classifier, using: &random)
            let known = try small.load(from: file, vocabulary: others)
            show("\(known) of \(others.count)", "tokens of another vocabulary that the file knows")

            // And what if the sizes are not the same? Nothing is loaded in part. The message names what does not fit:
            let wider = AWDLSTM(
                AWDPlan(vocabulary: plan.vocabulary, embedding: plan.embedding, hidden: plan.hidden, layers: 2),
                dropouts: .classifier, using: &random)
            let before = wider.embedding.embedding.weight.value.scalars
            do { try wider.load(from: file, vocabulary: trained.vocabulary) } catch let error as TextProblem {
                show(
                    error.problem.replacingOccurrences(of: folder.path + "/", with: ""),
                    "an encoder of two layers is refused")
            }
            show(
                wider.embedding.embedding.weight.value.scalars != before, "its embeddings were changed",
                predict: .yesNo("The embeddings would have fitted. Were they loaded?", false))
        }
    }
}
