// The book's questions 10.1 to 10.9, each with its answer, and with a test that is the answer in code. The module
// Questions reads them from here; the form of the comments is described there.

import Chapter10
import Datasets
import Tensors
import TestSupport
import Testing
import Text
import Training

@Suite struct `10 Questionnaire` {}

/// “a” is followed by “b”, and what follows “b” depends on whether “c” was before.
private let pattern = NumberedTexts((0..<30).map { $0 % 2 == 0 ? [2, 9, 10, 12] : [2, 11, 10, 13] })

extension `10 Questionnaire` {
    /// 10.1 · What is self-supervised learning?
    ///
    /// Learning with labels that are part of the input itself, so that nobody has to make them. A text says what its
    /// own next word is.
    ///
    /// - Shown by: `labelsInTheText` in Chapters/10-FilmReviews/01-LabelsInTheText.swift
    @Test func `10.1 every answer is a token of the text itself`() {
        let tokens = Array(100..<123)
        for (x, y) in languageModelBatches(NumberedTexts([tokens]), rows: 4, steps: 3) {
            for (question, wanted) in zip(x.joined(), y.joined()) {
                #expect(tokens[tokens.firstIndex(of: question)! + 1] == wanted)
            }
        }
    }

    /// 10.2 · What is a language model?
    ///
    /// A model that predicts which token comes next, from the tokens before it. It gives a probability to each token of
    /// the vocabulary.
    ///
    /// - Shown by: `labelsInTheText` in Chapters/10-FilmReviews/01-LabelsInTheText.swift
    /// - Shown by: `threeInARow` in Chapters/10-FilmReviews/02-Perplexity.swift
    @Test func `10.2 it gives each token a probability, and looks at what was before`() {
        let model = NGramModel(pattern, vocabulary: 16)
        func next(_ token: Int, after first: Int) -> Double { model.probability(of: token, after: first, 10) }
        #expect(abs((0..<16).reduce(0) { $0 + next($1, after: 9) } - 1) < 1e-9)
        #expect(next(12, after: 9) > 0.9 && next(12, after: 11) < 0.1 && next(13, after: 11) > 0.9)
    }

    /// 10.3 · Why is a language model an example of self-supervised learning?
    ///
    /// What it should predict, the next token, comes from the text: the targets are the same stream, one token later.
    /// No labels from outside are needed, and so all texts there are can be used.
    ///
    /// - Shown by: `oneTokenLater` in Chapters/10-FilmReviews/01i-NinetyTokens.swift
    @Test func `10.3 what is to be predicted is the same stream one token later`() {
        let stream = pattern.flatMap { $0 }
        let (x, y) = DataLoader(languageModel: pattern, batchSize: 1, steps: stream.count).first!
        #expect(x.scalars == Array(stream.dropLast()) && y.scalars == Array(stream.dropFirst()))
    }

    /// 10.4 · What are self-supervised models usually used for?
    ///
    /// As a beginning for other models: pretraining, from which a net is fine-tuned for the task that one cares about.
    ///
    /// - Shown by: `threeStages` in Chapters/10-FilmReviews/01-LabelsInTheText.swift
    @Test func `10.4 the encoder of a language model becomes that of a classifier`() throws {
        var random = SplitMix64(seed: 1)
        let plan = AWDPlan(vocabulary: 12, embedding: 4, hidden: 6, layers: 1)
        let words = TokenVocabulary(SpecialToken.allCases.map(\.rawValue) + ["a", "b", "c"])
        let language = LanguageModelNet(plan, using: &random)
        let judge = TextClassifierNet(plan, classes: 2, using: &random)
        func row(_ encoder: AWDLSTM) -> [Float] { encoder.embedding.embedding.weight.value[9].scalars }
        let before = row(judge.encoder)
        try withFolder { folder in
            let file = folder.appending(path: "encoder.safetensors")
            try language.encoder.save(to: file, vocabulary: words)
            try judge.encoder.load(from: file, vocabulary: words)
        }
        #expect(row(judge.encoder) == row(language.encoder) && row(judge.encoder) != before)
    }

    /// 10.5 · Why do we fine-tune language models?
    ///
    /// The texts at hand have a style and words of their own, which general texts have not: reviews are chatty, and
    /// full of the names of actors. A language model that has gone on with such texts is a better beginning for the
    /// classifier.
    ///
    /// - Shown by: `threeStages` in Chapters/10-FilmReviews/01-LabelsInTheText.swift
    @Test func `10.5 a model of other texts is surprised by these`() throws {
        let generated = try GeneratedReviews(train: 2, test: 60, unlabelled: 200)
        let reviews = Tokenizer().tokenized(generated.reviews(.unsup).map(\.text))
        let others = Tokenizer().tokenized(
            (1...300).map { "The city number \($0) is in the north of the old country, and a river is in the city." })
        let words = TokenVocabulary(of: reviews, multiple: 1)
        let new = words.numbered(Tokenizer().tokenized(generated.reviews(.test).map(\.text)))
        func perplexity(_ texts: NumberedTexts) -> Double { NGramModel(texts, vocabulary: words.count).perplexity(new) }
        #expect(perplexity(words.numbered(others)) > 3 * perplexity(words.numbered(reviews)))
    }

    /// 10.6 · What are the three steps to a very good text classifier?
    ///
    /// 1. Train a language model on many general texts, such as Wikipedia.
    /// 2. Fine-tune it on the texts at hand, labelled or not.
    /// 3. Give its encoder a new head, and fine-tune that as a classifier.
    ///
    /// - Shown by: `threeStages` in Chapters/10-FilmReviews/01-LabelsInTheText.swift
    @Test func `10.6 between the steps, rows of shared tokens are kept`() {
        let general = TokenVocabulary(["xxunk", "city", "good"]), special = TokenVocabulary(["xxunk", "good", "film"])
        let table = Tensor([[1, 1], [2, 4], [6, 1]])
        let (merged, shared) = mergedRows(table, from: general, to: special)
        #expect(shared == 2 && merged[1].scalars == [6, 1])
        #expect(merged[2].scalars == [3, 2], "a new token is the mean of all")
    }

    /// 10.7 · How do the 50,000 reviews without a label help to classify?
    ///
    /// A language model needs no labels. With them it reads twice as many reviews as without, and knows words and
    /// phrases that the labelled ones do not have.
    ///
    /// - Shown by: `labelsInTheText` in Chapters/10-FilmReviews/01-LabelsInTheText.swift
    @Test func `10.7 with texts that have no label, a language model is less surprised`() throws {
        let reviews = try GeneratedReviews(train: 60, test: 60, unlabelled: 400)
        func tokens(_ part: GeneratedReviews.Part) -> [String] { reviews.reviews(part).map(\.text) }
        let tokenizer = Tokenizer()
        let words = TokenVocabulary(of: tokenizer.tokenized(tokens(.train) + tokens(.unsup)))
        func numbered(_ texts: [String]) -> NumberedTexts { words.numbered(tokenizer.tokenized(texts)) }
        let few = NGramModel(numbered(tokens(.train)), vocabulary: words.count)
        let many = NGramModel(numbered(tokens(.train) + tokens(.unsup)), vocabulary: words.count)
        let new = numbered(tokens(.test))
        #expect(many.perplexity(new) < 0.8 * few.perplexity(new))
    }

    /// 10.8 · What are the three steps to prepare data for a language model?
    ///
    /// Tokenization cuts texts into tokens, numericalization makes numbers of them, and a loader makes batches whose
    /// rows go on from batch to batch, with the same one token later as targets.
    ///
    /// - Shown by: `cutAtSpaces` in Chapters/10-FilmReviews/01d-WordTokens.swift
    /// - Shown by: `numbersForTokens` in Chapters/10-FilmReviews/01h-Numbers.swift
    /// - Shown by: `oneStream` in Chapters/10-FilmReviews/01j-Streams.swift
    /// - Shown by: `fromFolderToBatches` in Chapters/10-FilmReviews/01k-FolderToBatches.swift
    @Test func `10.8 tokens, numbers, batches`() {
        let tokens = Tokenizer().tokenized(["A film.", "A good film."])
        #expect(tokens[0] == ["xxbos", "a", "film", "."])
        let words = TokenVocabulary(of: tokens, minFrequency: 1, multiple: 1)
        let numbers = words.numbered(tokens)
        #expect(numbers[0] == [2, 9, 10, 11] && numbers[1] == [2, 9, 12, 10, 11])
        let (x, y) = DataLoader(languageModel: numbers, batchSize: 2, steps: 4).first!
        #expect(
            x == IntTensor([[2, 9, 10, 11], [2, 9, 12, 10]]) && y == IntTensor([[9, 10, 11, 2], [9, 12, 10, 11]]))
    }

    /// 10.9 · What is tokenization, and why is it needed?
    ///
    /// Cutting a text into a list of tokens. A net works with numbers, and tokens are what gets numbers: each has a row
    /// of the embedding matrix. What a token is decides what the net can know, and it is not simply what stands between
    /// spaces.
    ///
    /// - Shown by: `cutAtSpaces` in Chapters/10-FilmReviews/01d-WordTokens.swift
    @Test func `10.9 after it, a word is the same wherever it stands`() {
        let text = "Good film! A good, good film."
        #expect(Set(cutAtWhiteSpace(text)) == ["Good", "film!", "A", "good,", "good", "film."])
        let tokens = Tokenizer()(text)
        #expect(tokens.count { $0 == "good" } == 3 && tokens.count { $0 == "film" } == 2)
    }
}
