import Testing

@Suite struct `18 Questionnaire` {}
